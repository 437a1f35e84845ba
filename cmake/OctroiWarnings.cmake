# Flags of our own code; libraries and generated headers are SYSTEM includes.
add_library(octroi_flags INTERFACE)
# -Wrestrict misfires on std::string concatenation in GCC 12 (GCC bug 105651).
target_compile_options(octroi_flags INTERFACE -Wall -Wextra -Wconversion -Werror -Wno-restrict)
if(OCTROI_SANITIZE)
  target_compile_options(octroi_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all)
  # Misfires on std::variant and std::optional under the sanitizers (GCC bug 105562).
  target_compile_options(octroi_flags INTERFACE -Wno-maybe-uninitialized)
  target_link_options(octroi_flags INTERFACE -fsanitize=address,undefined)
endif()
