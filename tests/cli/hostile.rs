//! Files made to fill the memory or the day: each is refused with a reason or read like any other, within
//! 300 MB and well under a minute, and the book stays as it is.

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::book::Book;

const MEMORY_KIB: u64 = 300 * 1024;
/// A build without optimisation takes its time; one that is hostile to its reader would take hours.
const TIME: Duration = Duration::from_secs(90);

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const RELATION: &str = r#"<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>"#;
const ONE_SHEET: &str = r#"<workbook><sheets><sheet name="S" id="r1"/></sheets></workbook>"#;

fn workbook(sheet: &str, strings: &str) -> Vec<u8> {
    zipped(&[
        ("xl/workbook.xml", ONE_SHEET),
        ("xl/_rels/workbook.xml.rels", RELATION),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/s.xml", sheet),
    ])
}

/// A sheet with a header and these further rows.
fn sheet(rows: &str) -> String {
    let head =
        ["姓名", "性别", "班级"].map(|title| format!(r#"<c t="inlineStr"><is><t>{title}</t></is></c>"#));
    format!("<worksheet><sheetData><row>{}</row>{rows}</sheetData></worksheet>", head.concat())
}

fn times(count: usize, make: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut text, at| {
        text.push_str(&make(at));
        text
    })
}

fn long_texts() -> Vec<(&'static str, Vec<u8>)> {
    const MB: usize = 1024 * 1024;
    let words = |text: &str| format!("<sst><si><t>{text}</t></si></sst>");
    let shared =
        |count| times(count, |_| r#"<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>"#.to_owned());
    vec![
        (
            "one part of spaces",
            workbook(&format!("<worksheet>{}</worksheet>", " ".repeat(300 * MB)), "<sst/>"),
        ),
        ("one long text", workbook(&sheet(""), &words(&"长".repeat(30 * MB)))),
        ("one long tag", workbook(&sheet(&format!("<row a='{}'/>", "a".repeat(90 * MB))), "<sst/>")),
        ("one long section", workbook(&sheet(&format!("<![CDATA[{}]]>", "<".repeat(90 * MB))), "<sst/>")),
        ("a text used everywhere", workbook(&sheet(&shared(150_000)), &words(&"名".repeat(150_000)))),
        ("empty texts", workbook(&sheet(""), &format!("<sst>{}</sst>", "<si/>".repeat(12_000_000)))),
    ]
}

fn structures() -> Vec<(&'static str, Vec<u8>)> {
    let many_sheets = format!(
        "<workbook><sheets>{}</sheets></workbook>",
        times(10_000, |at| format!(r#"<sheet name="S{at}" id="r1"/>"#))
    );
    let attributes = times(60_000, |at| format!(r#" a{at}="""#));
    let merges = times(900_000, |at| format!(r#"<mergeCell ref="C{}:C{}"/>"#, at + 2, at + 3));
    vec![
        ("elements in elements", workbook(&format!("<worksheet>{}", "<a>".repeat(25_000_000)), "<sst/>")),
        ("attributes", workbook(&sheet(&format!("<row{attributes}/>").repeat(20)), "<sst/>")),
        ("merges over merges", {
            let rows = times(30_000, |_| "<row><c><v>1</v></c></row>".to_owned());
            let sheet = sheet(&rows)
                .replace("</sheetData>", &format!("</sheetData><mergeCells>{merges}</mergeCells>"));
            workbook(&sheet, "<sst/>")
        }),
        ("entities of entities", {
            let mut page = "<!DOCTYPE a [<!ENTITY b0 'x'>".to_owned();
            (1..30).for_each(|n| write!(page, "<!ENTITY b{n} '&b{0};&b{0};&b{0};&b{0};'>", n - 1).unwrap());
            workbook(&format!("{page}]>{}", sheet("<row><c t='str'><v>&b29;</v></c></row>")), "<sst/>")
        }),
        ("sheets over one part", {
            let sheet = sheet(&"<row/>".repeat(1_000_000));
            zipped(&[
                ("xl/workbook.xml", &many_sheets),
                ("xl/_rels/workbook.xml.rels", RELATION),
                ("xl/worksheets/s.xml", &sheet),
            ])
        }),
        ("parts", {
            let names: Vec<String> = (0..60_000).map(|at| format!("xl/media/{at}.png")).collect();
            let mut parts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
            parts.push(("xl/workbook.xml", ONE_SHEET));
            zipped(&parts)
        }),
        ("rows far apart", {
            let row = |at| format!(r#"<row r="{}"><c><v>1</v></c><c><v>1</v></c></row>"#, 2 + at * 10_000);
            workbook(&sheet(&times(40_000, row)), "<sst/>")
        }),
    ]
}

fn odd_rows() -> Vec<(&'static str, Vec<u8>)> {
    let words = |text: &str| format!("<sst><si><t>{text}</t></si></sst>");
    vec![
        ("names of spaces", {
            let name = format!("王{}明", " ".repeat(30_000));
            let rows = times(200, |at| format!(r#"<row><c t="s"><v>0</v></c><c><v>{at}</v></c></row>"#));
            workbook(&sheet(&rows), &words(&name))
        }),
        ("a title of classes", {
            let title =
                format!(r#"<row><c t="inlineStr"><is><t>{}</t></is></c></row>"#, "三年级1班".repeat(6_000));
            let rows = format!(
                "{title}{}",
                sheet(r#"<row><c t="str"><v>王小明</v></c><c t="str"><v>男</v></c></row>"#)
            );
            workbook(
                &rows.replace(title.as_str(), "").replace("<sheetData>", &format!("<sheetData>{title}")),
                "<sst/>",
            )
        }),
        ("a class for each pupil", {
            let cell = |text: &str| format!(r#"<c t="str"><v>{text}</v></c>"#);
            let row = |at: usize| {
                format!(
                    "<row>{}{}{}</row>",
                    cell(&format!("王{at}")),
                    cell("男"),
                    cell(&format!("苗苗{at}班"))
                )
            };
            workbook(&sheet(&times(60_000, row)), "<sst/>")
        }),
    ]
}

fn other_files() -> Vec<(&'static str, Vec<u8>)> {
    const MB: usize = 1024 * 1024;
    let page = |rows: &str| {
        format!("<html><table><tr><td>姓名<td>性别<td>班级</tr>{rows}</table></html>").into_bytes()
    };
    let content = |rows: &str| {
        let rows = format!(
            "<office:document-content><table:table table:name='a'>{rows}</table:table></office:document-content>"
        );
        zipped(&[("content.xml", &rows)])
    };
    let cell = |repeat: usize| {
        format!(
            "<table:table-cell table:number-columns-repeated='{repeat}'><text:p>姓名</text:p></table:table-cell>"
        )
    };
    let repeated = |rows: usize, columns: usize| {
        format!("<table:table-row table:number-rows-repeated='{rows}'>{}</table:table-row>", cell(columns))
    };
    let head = "姓名,性别,班级\n";
    vec![
        ("a sheet of one cell", content(&repeated(1_000_000, 16_000))),
        ("styles", {
            let style =
                |at| format!("<s:style s:name='{at}'><s:table-properties s:display='false'/></s:style>");
            content(&times(1_000_000, style))
        }),
        ("ampersands", page(&format!("<tr><td>{}</tr>", "&".repeat(20 * MB)))),
        ("styles in a page", page(&"<style></style>".repeat(1_400_000))),
        ("open quotes", page(&"<td a='\">".repeat(2_000_000))),
        ("wide cells", page(&"<tr><td>王<td>男<td colspan=512></tr>".repeat(400_000))),
        ("high cells", page(&"<tr><td rowspan=65000 colspan=500>王<td>男</tr>".repeat(200_000))),
        ("commas", format!("{head}{}", ",".repeat(8 * MB)).into_bytes()),
        ("an open quote", format!("{head}\"{}", "王".repeat(7 * MB)).into_bytes()),
        ("a text too long", format!("{head}{}", "王小明,男,三1班\n".repeat(1_400_000)).into_bytes()),
        ("lines", format!("{head}{}", "\n".repeat(8 * MB)).into_bytes()),
        (
            "the same name",
            format!("{head}{}", times(19_000, |at| format!("王小明,男,三{at}班\n"))).into_bytes(),
        ),
        ("cells", format!("{head}{}", format!("{}\n", "1,".repeat(500)).repeat(20_000)).into_bytes()),
        ("too long a file", vec![b' '; 41 * MB]),
        ("a ring of sectors", {
            let mut bytes = vec![0_u8; 8 * MB];
            bytes[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
            bytes[30] = 9;
            bytes[48..52].copy_from_slice(&1_u32.to_le_bytes());
            // The table of sectors names itself everywhere, and each sector is followed by the second.
            bytes[68..72].copy_from_slice(&0_u32.to_le_bytes());
            bytes[76..512].fill(0);
            bytes[512..1024].chunks_exact_mut(4).for_each(|four| four.copy_from_slice(&1_u32.to_le_bytes()));
            bytes
        }),
    ]
}

/// The largest memory that the process has held so far.
fn peak_kib(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

fn refuse_or_read(name: &str, bytes: &[u8]) -> Result<(), String> {
    let book = Book::new();
    let path = book.folder().join("roster.xlsx");
    std::fs::write(&path, bytes).unwrap();
    let out = book.folder().join("out.json");
    let begin = Instant::now();
    let mut child = book
        .command("2025-10-15T08:00", &["roster", "import", path.to_str().unwrap(), "--dry-run"])
        .stdout(std::fs::File::create(&out).unwrap())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut peak = 0;
    let status = loop {
        peak = peak.max(peak_kib(child.id()).unwrap_or_default());
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if begin.elapsed() > TIME {
            child.kill().unwrap();
            child.wait().unwrap();
            return Err(format!("{name}: still running after {TIME:?}, {peak} KiB"));
        }
        std::thread::park_timeout(Duration::from_millis(2));
    };
    let document: Value = serde_json::from_slice(&std::fs::read(&out).unwrap()).unwrap_or_default();
    let refused =
        document["outcome"] == "refused" && document["error"].is_string() && status.code() == Some(1);
    let read = document["outcome"] == "imported" && status.success();
    if !(refused || read) {
        return Err(format!("{name}: {status} {document}"));
    }
    if peak > MEMORY_KIB { Err(format!("{name}: {peak} KiB")) } else { Ok(()) }
}

#[test]
fn hostile_files_take_neither_memory_nor_time() {
    let files = long_texts().into_iter().chain(structures()).chain(odd_rows()).chain(other_files());
    let wrong: Vec<String> = files.filter_map(|(name, bytes)| refuse_or_read(name, &bytes).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
