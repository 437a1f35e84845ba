/// @file
/// Opening documents without a window and without trusting them: no macro, no link, no question.
#pragma once

#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <filesystem>

namespace octroi::office {

using context_ref = com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>;
using component_ref = com::sun::star::uno::Reference<com::sun::star::lang::XComponent>;

/// What LibreOffice asked while loading; it gets no answer.
enum class load_question { none, password, repair, other };

struct loaded_document {
    component_ref component; ///< null if it was not loaded
    load_question question = load_question::none;
};

/// As it is, not to be changed; or as an untitled copy that can be.
enum class load_mode { read_only, copy };

/// Loads a file hidden. The file itself is not locked nor changed.
loaded_document load_hidden(const context_ref& context, const std::filesystem::path& file,
                            load_mode mode = load_mode::read_only);

/// A new hidden document (`private:factory/scalc`).
component_ref new_hidden(const context_ref& context, const char* factory);

/// Closes a document when it goes out of scope.
class closing_document {
public:
    explicit closing_document(component_ref component) : component_(std::move(component)) {}
    closing_document(const closing_document&) = delete;
    closing_document& operator=(const closing_document&) = delete;
    ~closing_document();

    const component_ref& get() const { return component_; }

private:
    component_ref component_;
};

} // namespace octroi::office
