//! What printpdf leaves out: shared content once, language, fixed dates and ids, checked writing.

use lopdf::{Dictionary, Document as Pdf, Object, ObjectId, Stream, dictionary};
use sha2::{Digest as _, Sha256};

use crate::paper::PaperError;
use crate::paper::layout::{Bookmark, Document};

/// Resource name of the shared content.
const SHARED: &str = "Shared";

/// Completes and serialises a document. With `shared`, the last page holds what all others repeat.
pub(super) fn finish(mut pdf: Pdf, document: &Document, shared: bool) -> Result<Vec<u8>, PaperError> {
    complete(&mut pdf, document, shared).map_err(|error| failed(&error))?;
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).map_err(|error| PaperError::Pdf { detail: error.to_string() })?;
    Ok(bytes)
}

fn failed(error: &lopdf::Error) -> PaperError {
    PaperError::Pdf { detail: error.to_string() }
}

fn complete(pdf: &mut Pdf, document: &Document, shared: bool) -> lopdf::Result<()> {
    // Fonts embedded as CID TrueType and outlines with Unicode titles need 1.3 and later; 1.7 is what
    // every viewer since Windows 7 reads.
    "1.7".clone_into(&mut pdf.version);
    if shared {
        share_last_page(pdf)?;
    }
    outline(pdf, &document.bookmarks)?;
    describe(pdf, document)?;
    pdf.prune_objects();
    let id = Object::string_literal(digest(pdf));
    pdf.trailer.set("ID", vec![id.clone(), id]);
    for object in pdf.objects.values_mut() {
        if let Object::Stream(stream) = object {
            stream.compress()?;
        }
    }
    Ok(())
}

/// Turns the last page into a form (`XObject`) that every other page draws first.
fn share_last_page(pdf: &mut Pdf) -> lopdf::Result<()> {
    let mut pages: Vec<ObjectId> = pdf.get_pages().into_values().collect();
    let Some(last) = pages.pop() else { return Ok(()) };
    let page = pdf.get_dictionary(last)?.clone();
    let content = pdf.get_object(page.get(b"Contents")?.as_reference()?)?.as_stream()?.content.clone();
    let fonts = resources(pdf, &page)?.get(b"Font")?.clone();
    let form = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => page.get(b"MediaBox")?.clone(),
        "Resources" => dictionary! { "Font" => fonts },
    };
    let form = pdf.add_object(Stream::new(form, content));
    // printpdf gives all pages one dictionary of XObjects.
    let xobjects = resources(pdf, &page)?.get(b"XObject")?.as_reference()?;
    pdf.get_object_mut(xobjects)?.as_dict_mut()?.set(SHARED, form);
    for id in &pages {
        let content = pdf.get_dictionary(*id)?.get(b"Contents")?.as_reference()?;
        let stream = pdf.get_object_mut(content)?.as_stream_mut()?;
        if stream.content.is_empty() {
            continue;
        }
        let mut drawn = format!("q /{SHARED} Do Q\n").into_bytes();
        drawn.append(&mut stream.content);
        stream.set_content(drawn);
    }
    let root = page.get(b"Parent")?.as_reference()?;
    let tree = pdf.get_object_mut(root)?.as_dict_mut()?;
    tree.set("Count", pages.len() as i64);
    tree.set("Kids", pages.into_iter().map(Object::Reference).collect::<Vec<_>>());
    Ok(())
}

fn resources<'p>(pdf: &'p Pdf, page: &Dictionary) -> lopdf::Result<&'p Dictionary> {
    pdf.get_dictionary(page.get(b"Resources")?.as_reference()?)
}

/// An entry of the table of contents with the key of its object.
type Entry<'d> = (ObjectId, &'d Bookmark);

/// The table of contents: entries, and entries inside them, which are shown closed.
fn outline(pdf: &mut Pdf, bookmarks: &[Bookmark]) -> lopdf::Result<()> {
    if bookmarks.is_empty() {
        return Ok(());
    }
    let pages: Vec<ObjectId> = pdf.get_pages().into_values().collect();
    let root = pdf.new_object_id();
    let mut heads: Vec<(ObjectId, &Bookmark, Vec<Entry<'_>>)> = Vec::new();
    for bookmark in bookmarks {
        let id = pdf.new_object_id();
        match heads.last_mut().filter(|_| bookmark.level > 0) {
            Some((.., inside)) => inside.push((id, bookmark)),
            None => heads.push((id, bookmark, Vec::new())),
        }
    }
    let firsts: Vec<Entry<'_>> = heads.iter().map(|(id, mark, _)| (*id, *mark)).collect();
    let entries = heads.iter().map(|(id, _, inside)| (*id, inside.as_slice()));
    for (id, entry) in
        siblings(root, &firsts, &pages).into_iter().zip(entries).map(|(entry, (id, inside))| {
            let mut entry = entry;
            if let (Some((first, _)), Some((last, _))) = (inside.first(), inside.last()) {
                entry.set("First", *first);
                entry.set("Last", *last);
                entry.set("Count", -(inside.len() as i64));
            }
            (id, entry)
        })
    {
        pdf.set_object(id, entry);
    }
    for (id, _, inside) in &heads {
        for (entry, (own, _)) in siblings(*id, inside, &pages).into_iter().zip(inside) {
            pdf.set_object(*own, entry);
        }
    }
    if let (Some((first, _)), Some((last, _))) = (firsts.first(), firsts.last()) {
        let count = firsts.len() as i64;
        let outlines =
            dictionary! { "Type" => "Outlines", "First" => *first, "Last" => *last, "Count" => count };
        pdf.set_object(root, outlines);
        pdf.catalog_mut()?.set("Outlines", root);
    }
    Ok(())
}

/// Entries beside each other.
fn siblings(parent: ObjectId, all: &[Entry<'_>], pages: &[ObjectId]) -> Vec<Dictionary> {
    let at = |place: Option<usize>| place.and_then(|place| all.get(place)).map(|(id, _)| *id);
    all.iter()
        .enumerate()
        .map(|(place, (_, bookmark))| {
            let mut entry =
                dictionary! { "Title" => lopdf::text_string(&bookmark.title), "Parent" => parent };
            if let Some(page) = pages.get(bookmark.sheet) {
                entry.set("Dest", vec![Object::Reference(*page), "Fit".into()]);
            }
            if let Some(before) = at(place.checked_sub(1)) {
                entry.set("Prev", before);
            }
            if let Some(after) = at(Some(place + 1)) {
                entry.set("Next", after);
            }
            entry
        })
        .collect()
}

fn describe(pdf: &mut Pdf, document: &Document) -> lopdf::Result<()> {
    let outlines = !document.bookmarks.is_empty();
    let catalog = pdf.catalog_mut()?;
    catalog.set("Lang", Object::string_literal(document.language.tag()));
    catalog.set("PageMode", if outlines { "UseOutlines" } else { "UseNone" });
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    let date = Object::string_literal(document.made_at.format("D:%Y%m%d%H%M%S").to_string());
    let info = pdf.add_object(dictionary! {
        "Title" => lopdf::text_string(&document.title),
        "Creator" => lopdf::text_string("晨检簿"),
        "Producer" => Object::string_literal("chenjian"),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    });
    pdf.trailer.set("Info", info);
    Ok(())
}

/// A file identifier that depends on the content alone.
fn digest(pdf: &Pdf) -> Vec<u8> {
    let mut hash = Sha256::new();
    for (id, object) in &pdf.objects {
        hash.update(id.0.to_be_bytes());
        match object {
            Object::Stream(stream) => hash.update(&stream.content),
            other => hash.update(format!("{other:?}")),
        }
    }
    hash.finalize().iter().take(16).copied().collect()
}
