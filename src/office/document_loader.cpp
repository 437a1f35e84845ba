#include "office/document_loader.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/document/BrokenPackageRequest.hpp>
#include <com/sun/star/document/MacroExecMode.hpp>
#include <com/sun/star/document/UpdateDocMode.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/io/IOException.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/task/DocumentMSPasswordRequest2.hpp>
#include <com/sun/star/task/DocumentPasswordRequest2.hpp>
#include <com/sun/star/task/PasswordRequest.hpp>
#include <com/sun/star/task/XInteractionAbort.hpp>
#include <com/sun/star/task/XInteractionHandler.hpp>
#include <com/sun/star/util/CloseVetoException.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>

#include <atomic>
#include <iostream>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace task = com::sun::star::task;

namespace {

/// Notes the question and declines to answer.
class silent_handler : public cppu::WeakImplHelper1<task::XInteractionHandler> {
public:
    load_question asked() const { return asked_; }

    void SAL_CALL handle(const uno::Reference<task::XInteractionRequest>& request) override {
        const uno::Any what = request->getRequest();
        task::PasswordRequest password;
        task::DocumentPasswordRequest2 document_password;
        task::DocumentMSPasswordRequest2 ms_password;
        com::sun::star::document::BrokenPackageRequest broken;
        if ((what >>= password) || (what >>= document_password) || (what >>= ms_password) ||
            what.getValueTypeName().indexOf("Password") >= 0) {
            asked_ = load_question::password;
        } else if (what >>= broken) {
            asked_ = load_question::repair;
        } else if (asked_ == load_question::none) {
            asked_ = load_question::other;
        }
        const auto continuations = request->getContinuations();
        for (const auto& continuation : continuations) {
            const uno::Reference<task::XInteractionAbort> abort(continuation, uno::UNO_QUERY);
            if (abort.is()) {
                abort->select();
                return;
            }
        }
    }

private:
    std::atomic<load_question> asked_ = load_question::none;
};

} // namespace

loaded_document load_hidden(const context_ref& context, const std::filesystem::path& file,
                            load_mode mode) {
    const rtl::Reference<silent_handler> handler(new silent_handler);
    const auto arguments = properties({
        {"Hidden", uno::Any(true)},
        // A copy too: a file that may not be written would otherwise not be opened.
        {"ReadOnly", uno::Any(true)},
        {"AsTemplate", uno::Any(mode == load_mode::copy)},
        {"MacroExecutionMode", uno::Any(com::sun::star::document::MacroExecMode::NEVER_EXECUTE)},
        {"UpdateDocMode", uno::Any(com::sun::star::document::UpdateDocMode::NO_UPDATE)},
        {"InteractionHandler", uno::Any(uno::Reference<task::XInteractionHandler>(handler.get()))},
    });
    const auto desktop = com::sun::star::frame::Desktop::create(context);
    component_ref component;
    try {
        component = desktop->loadComponentFromURL(file_url(file), "_blank", 0, arguments);
    } catch (const com::sun::star::lang::DisposedException&) {
        throw; // the office is gone: not a fault of the file
    } catch (const com::sun::star::io::IOException&) {
        // Reported by the missing component and the question asked.
        component.clear();
    } catch (const com::sun::star::lang::IllegalArgumentException&) {
        component.clear(); // no filter takes the file
    }
    return {component, handler->asked()};
}

component_ref new_hidden(const context_ref& context, const char* factory) {
    const auto desktop = com::sun::star::frame::Desktop::create(context);
    return desktop->loadComponentFromURL(rtl::OUString::createFromAscii(factory), "_blank", 0,
                                         properties({{"Hidden", uno::Any(true)}}));
}

closing_document::~closing_document() {
    const uno::Reference<com::sun::star::util::XCloseable> closeable(component_, uno::UNO_QUERY);
    if (!closeable.is()) {
        return;
    }
    try {
        closeable->close(true);
    } catch (const com::sun::star::util::CloseVetoException&) {
        // Whoever vetoed owns it now and will close it.
        return;
    } catch (const uno::Exception& error) {
        std::clog << "octroi: closing a document: " << detail_of(error) << '\n';
    }
}

} // namespace octroi::office
