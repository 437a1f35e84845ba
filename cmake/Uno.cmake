# The LibreOffice SDK: C++ headers of the office's own UNO types and of ours (idl/), generated in the
# build tree, our types as a library for the extension (OCTROI_TYPE_LIBRARY), and the target
# `octroi::uno` that only office, addon and their tests may link.
set(OCTROI_OFFICE "/usr/lib/libreoffice" CACHE PATH "Folder of the LibreOffice to build against")
find_path(OCTROI_UNO_INCLUDE uno/lbnames.h REQUIRED
  PATHS "${OCTROI_OFFICE}/sdk/include" /usr/include/libreoffice)
find_program(OCTROI_CPPUMAKER cppumaker REQUIRED PATHS "${OCTROI_OFFICE}/sdk/bin" NO_DEFAULT_PATH)
find_program(OCTROI_UNOIDL_WRITE unoidl-write REQUIRED PATHS "${OCTROI_OFFICE}/sdk/bin" NO_DEFAULT_PATH)

set(uno_headers "${PROJECT_BINARY_DIR}/uno-headers")
set(uno_types "${OCTROI_OFFICE}/program/types.rdb")
set(office_types "${OCTROI_OFFICE}/program/types/offapi.rdb")
add_custom_command(
  OUTPUT "${uno_headers}/.generated"
  COMMAND "${OCTROI_CPPUMAKER}" -Gc "-O${uno_headers}" "${uno_types}" "${office_types}"
  COMMAND "${CMAKE_COMMAND}" -E touch "${uno_headers}/.generated"
  DEPENDS "${uno_types}" "${office_types}"
  COMMENT "Generating the headers of the office's UNO types"
  VERBATIM)

# The SDK's tools want absolute paths.
file(GLOB_RECURSE octroi_idl CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/idl/*.idl")
set(OCTROI_TYPE_LIBRARY "${PROJECT_BINARY_DIR}/uno-types/octroi.rdb")
file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/uno-types")
add_custom_command(
  OUTPUT "${OCTROI_TYPE_LIBRARY}"
  COMMAND "${OCTROI_UNOIDL_WRITE}" "${uno_types}" "${office_types}" "${PROJECT_SOURCE_DIR}/idl"
          "${OCTROI_TYPE_LIBRARY}"
  DEPENDS ${octroi_idl} "${uno_types}" "${office_types}"
  COMMENT "Compiling our UNO types"
  VERBATIM)
add_custom_command(
  OUTPUT "${uno_headers}/.generated-octroi"
  COMMAND "${OCTROI_CPPUMAKER}" -Gc "-O${uno_headers}" "-X${uno_types}" "-X${office_types}"
          "${OCTROI_TYPE_LIBRARY}"
  COMMAND "${CMAKE_COMMAND}" -E touch "${uno_headers}/.generated-octroi"
  DEPENDS "${OCTROI_TYPE_LIBRARY}"
  COMMENT "Generating the headers of our UNO types"
  VERBATIM)
add_custom_target(octroi_uno_headers
  DEPENDS "${uno_headers}/.generated" "${uno_headers}/.generated-octroi")

add_library(octroi_uno INTERFACE)
add_library(octroi::uno ALIAS octroi_uno)
add_dependencies(octroi_uno octroi_uno_headers)
target_include_directories(octroi_uno SYSTEM INTERFACE "${OCTROI_UNO_INCLUDE}" "${uno_headers}")
target_compile_definitions(octroi_uno INTERFACE UNX GCC LINUX CPPU_ENV=gcc3)
foreach(library uno_cppuhelpergcc3 uno_cppu uno_sal uno_salhelpergcc3)
  target_link_libraries(octroi_uno INTERFACE "${OCTROI_OFFICE}/sdk/lib/lib${library}.so")
endforeach()
