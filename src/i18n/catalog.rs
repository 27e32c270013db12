//! The catalog: FTL files of both languages, included in the program.

use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language of screen, paper and command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, serde::Serialize, serde::Deserialize)]
pub enum Language {
    /// Simplified Chinese, the language of the users; also taken where the system's is unknown.
    #[default]
    #[serde(rename = "zh-CN")]
    Chinese,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// Both languages, the default first.
    pub const ALL: [Self; 2] = [Self::Chinese, Self::English];

    /// The language's tag as used on the command line: `zh-CN`, `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }

    /// Reads a tag such as `zh-CN`, `en`, `en_GB.UTF-8`; `None` for other languages.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.get(..2)?.to_ascii_lowercase().as_str() {
            "zh" => Some(Self::Chinese),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The system's language, Chinese where it is neither of ours.
    pub fn of_system() -> Self {
        sys_locale::get_locale().and_then(|tag| Self::from_tag(&tag)).unwrap_or_default()
    }
}

/// A count or another whole number in a message.
pub trait Figure: Copy {
    /// The number as the catalog takes it.
    fn figure(self) -> i64;
}

macro_rules! figures {
    ($($kind:ty),*) => { $(impl Figure for $kind {
        fn figure(self) -> i64 { i64::try_from(self).unwrap_or(i64::MAX) }
    })* };
}
figures!(usize, u64, u32, u16, u8, i64, i32);

/// An argument of a message.
enum Argument<'a> {
    Text(&'a str),
    Number(i64),
}

/// The translator: one method per message. Cheap to clone.
#[derive(Clone)]
pub struct Tr {
    language: Language,
    bundle: Arc<FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for Tr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Tr").field(&self.language).finish()
    }
}

impl Tr {
    /// Loads a language. The build has checked the files, so nothing can be missing here.
    pub fn new(language: Language) -> Self {
        let (tag, sources): (LanguageIdentifier, _) = match language {
            Language::Chinese => (language.tag().parse().unwrap_or_default(), ZH_CN),
            Language::English => (language.tag().parse().unwrap_or_default(), EN),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Marks around arguments would be printed as boxes on paper.
        bundle.set_use_isolating(false);
        for source in sources {
            let resource =
                FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle: Arc::new(bundle) }
    }

    /// The language of this translator.
    pub fn language(&self) -> Language {
        self.language
    }

    fn say(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        let mut args = FluentArgs::with_capacity(arguments.len());
        for (name, argument) in arguments {
            match argument {
                Argument::Text(text) => args.set((*name).to_owned(), FluentValue::from((*text).to_owned())),
                Argument::Number(number) => args.set((*name).to_owned(), FluentValue::from(*number)),
            }
        }
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
