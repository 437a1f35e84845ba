/// @file
/// Between UNO's strings, dates and property lists and our own.
#pragma once

#include "core/date.hpp"
#include "core/money.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/Exception.hpp>
#include <com/sun/star/uno/Sequence.hxx>
#include <rtl/ustring.hxx>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace octroi::office {

/// Bytes that are not UTF-8 become U+FFFD.
rtl::OUString to_uno(std::string_view text);
/// Unpaired surrogates are dropped.
std::string from_uno(const rtl::OUString& text);

/// The number that Calc reads from the amount's decimals.
double to_number(core::money amount);

/// `file:///…`, percent-encoded, absolute.
rtl::OUString file_url(const std::filesystem::path& path);
/// The path of a `file:` URL; empty for another kind of URL.
std::filesystem::path path_of(const rtl::OUString& url);

using property = std::pair<const char*, com::sun::star::uno::Any>;
com::sun::star::uno::Sequence<com::sun::star::beans::PropertyValue>
properties(const std::vector<property>& values);

/// A sequence from a vector (the SDK keeps the initializer list to itself).
template <class Item>
com::sun::star::uno::Sequence<Item> sequence_of(const std::vector<Item>& items) {
    return {items.data(), static_cast<sal_Int32>(items.size())};
}

/// A property of an object; a default value where it holds another type.
template <class Value>
Value value_of(const com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet>& of,
               const char* name) {
    Value value{};
    of->getPropertyValue(rtl::OUString::createFromAscii(name)) >>= value;
    return value;
}

/// The message of a UNO exception, for logs and as the detail of a user's message.
std::string detail_of(const com::sun::star::uno::Exception& exception);

} // namespace octroi::office
