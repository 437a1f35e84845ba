#include "print/combine.hpp"

#include <map>
#include <memory>
#include <qpdf/ClosedFileInputSource.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>

namespace octroi::print {

namespace {

using object = QPDFObjectHandle;

struct bookmark {
    std::string title;
    object destination;
    std::vector<bookmark> below;
};

/// Page of a document → its copy.
using page_copies = std::map<QPDFObjGen, object>;

object text(const std::string& utf8) {
    return object::newUnicodeString(utf8);
}

object top_of(const object& page) {
    return object::newArray({page, object::newName("/Fit")});
}

/// The document's own bookmarks, as far as they lead to a page.
std::vector<bookmark> copied(std::vector<QPDFOutlineObjectHelper> items,
                             const page_copies& copies) {
    std::vector<bookmark> found;
    for (auto& item : items) {
        const auto page = copies.find(item.getDestPage().getObjGen());
        if (page == copies.end()) {
            continue;
        }
        auto destination = item.getDest();
        std::vector<object> parts = {page->second};
        for (int i = 1; i < destination.getArrayNItems(); ++i) {
            parts.push_back(destination.getArrayItem(i).unsafeShallowCopy());
        }
        found.push_back({item.getTitle(), object::newArray(parts), copied(item.getKids(), copies)});
    }
    return found;
}

/// Hangs the bookmarks below `parent`, closed; gives back how many there are.
void hang(QPDF& pdf, object parent, const std::vector<bookmark>& bookmarks) {
    object before = object::newNull();
    for (const auto& one : bookmarks) {
        auto item = pdf.makeIndirectObject(object::newDictionary());
        item.replaceKey("/Title", text(one.title));
        item.replaceKey("/Parent", parent);
        item.replaceKey("/Dest", one.destination);
        if (before.isNull()) {
            parent.replaceKey("/First", item);
        } else {
            before.replaceKey("/Next", item);
            item.replaceKey("/Prev", before);
        }
        parent.replaceKey("/Last", item);
        if (!one.below.empty()) {
            hang(pdf, item, one.below);
            item.replaceKey("/Count", object::newInteger(-static_cast<int>(one.below.size())));
        }
        before = item;
    }
}

class combination {
public:
    explicit combination(const job& wanted) : wanted_(&wanted) { pdf_.emptyPDF(); }

    std::size_t run() {
        for (const auto& one : wanted_->documents) {
            if (wanted_->duplex && pages_ % 2 == 1) {
                add_blank();
            }
            add(one);
        }
        describe();
        write();
        return pages_;
    }

private:
    void add(const document& one) {
        // Closed between reads: hundreds of documents are more than a process may hold open.
        const auto source = std::make_shared<ClosedFileInputSource>(one.file.c_str());
        source->stayOpen(true);
        QPDF read;
        read.setSuppressWarnings(true);
        read.processInputSource(source);
        page_copies copies;
        QPDFPageDocumentHelper pages(pdf_);
        for (auto& page : QPDFPageDocumentHelper(read).getAllPages()) {
            // On paper, links lead nowhere; and there is no tree of tags over all the documents.
            auto original = page.getObjectHandle();
            original.removeKey("/Annots");
            original.removeKey("/StructParents");
            pages.addPage(page, false);
            ++pages_;
            last_ = pdf_.getAllPages().back();
            copies.emplace(original.getObjGen(), last_);
        }
        if (copies.empty()) {
            throw std::runtime_error(one.file);
        }
        const auto first = pdf_.getAllPages().at(pages_ - copies.size());
        bookmarks_.push_back(
            {one.bookmark, top_of(first),
             copied(QPDFOutlineDocumentHelper(read).getTopLevelOutlines(), copies)});
        source->stayOpen(false);
    }

    void add_blank() {
        auto page = object::newDictionary();
        page.replaceKey("/Type", object::newName("/Page"));
        page.replaceKey("/MediaBox", last_.getKey("/MediaBox").shallowCopy());
        page.replaceKey("/Resources", object::newDictionary());
        QPDFPageDocumentHelper(pdf_).addPage(pdf_.makeIndirectObject(page), false);
        ++pages_;
    }

    void describe() {
        auto catalogue = pdf_.getRoot();
        auto outlines = pdf_.makeIndirectObject(object::newDictionary());
        outlines.replaceKey("/Type", object::newName("/Outlines"));
        outlines.replaceKey("/Count", object::newInteger(static_cast<int>(bookmarks_.size())));
        hang(pdf_, outlines, bookmarks_);
        catalogue.replaceKey("/Outlines", outlines);
        catalogue.replaceKey("/PageMode", object::newName("/UseOutlines"));
        catalogue.replaceKey("/Lang", object::newString("fr-FR"));
        auto preferences = object::newDictionary();
        preferences.replaceKey("/DisplayDocTitle", object::newBool(true));
        preferences.replaceKey("/PrintScaling", object::newName("/None"));
        preferences.replaceKey(
            "/Duplex", object::newName(wanted_->duplex ? "/DuplexFlipLongEdge" : "/Simplex"));
        catalogue.replaceKey("/ViewerPreferences", preferences);
        auto information = pdf_.makeIndirectObject(object::newDictionary());
        information.replaceKey("/Title", text(wanted_->title));
        information.replaceKey("/Creator", text("Octroi"));
        pdf_.getTrailer().replaceKey("/Info", information);
    }

    void write() {
        QPDFWriter writer(pdf_, wanted_->output.c_str());
        writer.setMinimumPDFVersion("1.7");
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setDeterministicID(true);
        writer.write();
    }

    const job* wanted_;
    QPDF pdf_;
    object last_;
    std::size_t pages_ = 0;
    std::vector<bookmark> bookmarks_;
};

} // namespace

std::size_t combine(const job& wanted) {
    return combination(wanted).run();
}

} // namespace octroi::print
