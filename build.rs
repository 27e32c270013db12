//! Makes one typed method per FTL message out of `i18n/`, so that a missing key, a key without its
//! counterpart or a wrong argument is an error of the build and not of the clerk's screen.

// A build script talks to cargo through stdout.
#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use fluent_syntax::ast;

const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

#[derive(Debug, PartialEq, Eq)]
struct Message {
    /// Variable name and whether its comment declares it a number.
    variables: BTreeMap<String, bool>,
    sample: String,
}

fn main() {
    println!("cargo:rerun-if-changed=i18n");
    let mut catalogs: Vec<BTreeMap<String, Message>> = Vec::new();
    let mut sources = String::new();
    for language in LANGUAGES {
        let mut catalog = BTreeMap::new();
        let mut files = Vec::new();
        for path in ftl_files(&Path::new("i18n").join(language)) {
            println!("cargo:rerun-if-changed={}", path.display());
            let text =
                std::fs::read_to_string(&path).unwrap_or_else(|e| fail(&format!("{}: {e}", path.display())));
            read(&path, &text, &mut catalog);
            files.push(path.canonicalize().unwrap_or(path));
        }
        let list: Vec<String> =
            files.iter().map(|f| format!("include_str!({:?})", f.display().to_string())).collect();
        let name = language.to_uppercase().replace('-', "_");
        let _ = writeln!(sources, "const {name}: &[&str] = &[{}];", list.join(", "));
        catalogs.push(catalog);
    }
    compare(&catalogs);
    let out = std::env::var("OUT_DIR").unwrap_or_default();
    let code = format!("{sources}\n{}", methods(catalogs.first().unwrap_or(&BTreeMap::new())));
    std::fs::write(Path::new(&out).join("messages.rs"), code).unwrap_or_else(|e| fail(&e.to_string()));
}

fn ftl_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap_or_else(|e| fail(&format!("{}: {e}", folder.display())))
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "ftl"))
        .collect();
    files.sort();
    files
}

fn read(path: &Path, text: &str, catalog: &mut BTreeMap<String, Message>) {
    let resource = fluent_syntax::parser::parse(text)
        .unwrap_or_else(|(_, errors)| fail(&format!("{}: {errors:?}", path.display())));
    for entry in resource.body {
        let ast::Entry::Message(message) = entry else {
            if let ast::Entry::Junk { content } = entry {
                fail(&format!("{}: not FTL: {content}", path.display()));
            }
            continue;
        };
        let id = message.id.name.to_owned();
        let Some(pattern) = message.value else { fail(&format!("{id}: no value")) };
        let comment = message.comment.map(|c| c.content.join("\n")).unwrap_or_default();
        let mut variables = BTreeMap::new();
        collect(&pattern, &mut variables);
        for (name, number) in &mut variables {
            *number = comment.contains(&format!("${name} (number)"));
        }
        let sample = plain(&pattern);
        if catalog.insert(id.clone(), Message { variables, sample }).is_some() {
            fail(&format!("{}: {id} stands twice", path.display()));
        }
    }
}

fn collect(pattern: &ast::Pattern<&str>, variables: &mut BTreeMap<String, bool>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            match expression {
                ast::Expression::Inline(inline) => inline_variable(inline, variables),
                ast::Expression::Select { selector, variants } => {
                    inline_variable(selector, variables);
                    for variant in variants {
                        collect(&variant.value, variables);
                    }
                }
            }
        }
    }
}

fn inline_variable(inline: &ast::InlineExpression<&str>, variables: &mut BTreeMap<String, bool>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned(), false);
        }
        ast::InlineExpression::Placeable { expression } => {
            if let ast::Expression::Inline(inner) = expression.as_ref() {
                inline_variable(inner, variables);
            }
        }
        _ => {}
    }
}

fn plain(pattern: &ast::Pattern<&str>) -> String {
    pattern
        .elements
        .iter()
        .map(|element| match element {
            ast::PatternElement::TextElement { value } => value.replace('\n', " "),
            ast::PatternElement::Placeable { .. } => "…".to_owned(),
        })
        .collect()
}

fn compare(catalogs: &[BTreeMap<String, Message>]) {
    let (Some(first), Some(second)) = (catalogs.first(), catalogs.get(1)) else { return };
    let mut wrong = Vec::new();
    for (id, message) in first {
        match second.get(id) {
            None => wrong.push(format!("{id}: only in {}", LANGUAGES[0])),
            Some(other) if other.variables != message.variables => {
                wrong
                    .push(format!("{id}: variables differ: {:?} / {:?}", message.variables, other.variables));
            }
            Some(_) => {}
        }
    }
    wrong.extend(
        second
            .keys()
            .filter(|id| !first.contains_key(*id))
            .map(|id| format!("{id}: only in {}", LANGUAGES[1])),
    );
    if !wrong.is_empty() {
        fail(&wrong.join("\n"));
    }
}

fn methods(catalog: &BTreeMap<String, Message>) -> String {
    let mut code = String::from("#[allow(clippy::doc_markdown)]\nimpl Tr {\n");
    for (id, message) in catalog {
        let name = id.replace('-', "_");
        let parameters: Vec<String> = message
            .variables
            .iter()
            .map(|(variable, number)| {
                let kind = if *number { "impl Figure" } else { "&str" };
                format!(", {}: {kind}", variable.replace('-', "_"))
            })
            .collect();
        let arguments: Vec<String> = message
            .variables
            .iter()
            .map(|(variable, number)| {
                let field = variable.replace('-', "_");
                let value = if *number {
                    format!("Argument::Number({field}.figure())")
                } else {
                    format!("Argument::Text({field})")
                };
                format!("({variable:?}, {value}), ")
            })
            .collect();
        let sample =
            message.sample.replace('[', "\\[").replace(']', "\\]").replace('<', "\\<").replace('`', "'");
        let _ = writeln!(
            code,
            "    /// {sample}\n    pub fn {name}(&self{}) -> String {{ self.say({id:?}, &[{}]) }}",
            parameters.concat(),
            arguments.concat()
        );
    }
    code.push_str("}\n");
    code
}

fn fail(message: &str) -> ! {
    for line in message.lines() {
        println!("cargo:error={line}");
    }
    std::process::exit(1)
}
