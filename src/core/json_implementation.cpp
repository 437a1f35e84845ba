// Boost.JSON is used header-only: its library is not position-independent in Debian (design § 9).
#include <boost/json/src.hpp>
