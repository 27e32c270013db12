//! Stroke icons, drawn for this program, in `assets/icons`.
//!
//! ```no_run
//! use chenjian::gui::{Element, theme::Ink, widget::{Icon, icon}};
//! let mark: Element<'_, ()> = icon(Icon::Phone).ink(Ink::Bad).into();
//! ```

use iced::advanced::{Layout, Widget, layout, mouse, renderer, svg, widget::Tree};
use iced::{Length, Rectangle, Size};

use crate::gui::theme::{Ink, Theme, size};

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $file:literal),* $(,)?) => {
        /// A picture of 16 × 16, drawn in one colour.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Icon { $($(#[$doc])* $name),* }

        impl Icon {
            /// All icons.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            const fn bytes(self) -> &'static [u8] {
                match self {
                    $(Self::$name => include_bytes!(concat!("../../../assets/icons/", $file, ".svg"))),*
                }
            }
        }
    };
}

icons! {
    /// A proposal carried over.
    ArrowBent = "arrow-bent",
    /// Leads on.
    ArrowRight = "arrow-right",
    /// A reminder.
    Bell = "bell",
    /// Ledger.
    Book = "book",
    /// Today; a date.
    CalendarCheck = "calendar-check",
    /// Recorded, saved.
    Check = "check",
    /// Opens below.
    ChevronDown = "chevron-down",
    /// Back, previous.
    ChevronLeft = "chevron-left",
    /// Next.
    ChevronRight = "chevron-right",
    /// Closes upwards.
    ChevronUp = "chevron-up",
    /// A deadline.
    Clock = "clock",
    /// Closes.
    Close = "close",
    /// Unreadable, refused.
    CrossRing = "cross-ring",
    /// Exceptions.
    DiscAlert = "disc-alert",
    /// The current step.
    Dot = "dot",
    /// A disk.
    Drive = "drive",
    /// A document.
    File = "file",
    /// A folder.
    Folder = "folder",
    /// Running.
    HalfDisc = "half-disc",
    /// Help.
    Help = "help",
    /// Roster.
    List = "list",
    /// Locked, read only.
    Lock = "lock",
    /// Less, removed.
    Minus = "minus",
    /// Change.
    Pencil = "pencil",
    /// Trace, call.
    Phone = "phone",
    /// A place.
    Pin = "pin",
    /// More, new.
    Plus = "plus",
    /// Print.
    Printer = "printer",
    /// Doubtful.
    Question = "question",
    /// Unchecked, missing.
    Ring = "ring",
    /// Nil, done, received.
    RingCheck = "ring-check",
    /// Backup, save.
    Save = "save",
    /// Find.
    Search = "search",
    /// The program's own sign.
    SheetCheck = "sheet-check",
    /// Emergency plan.
    ShieldCheck = "shield-check",
    /// Settings.
    Sliders = "sliders",
    /// Changed.
    Swap = "swap",
    /// Late, cluster.
    TriangleAlert = "triangle-alert",
    /// A warning.
    TriangleAlertHollow = "triangle-alert-hollow",
    /// Undo.
    Undo = "undo",
    /// USB stick.
    Usb = "usb",
    /// A person.
    User = "user",
}

/// An icon of 16 px in the colour around it; change both with the methods.
pub const fn icon(picture: Icon) -> IconView {
    IconView { picture, ink: Ink::Inherit, side: size::ICON }
}

/// An [`Icon`] as a part of a view.
#[derive(Debug, Clone, Copy)]
pub struct IconView {
    picture: Icon,
    ink: Ink,
    side: f32,
}

impl IconView {
    /// Its colour.
    pub const fn ink(mut self, ink: Ink) -> Self {
        self.ink = ink;
        self
    }

    /// Its side in logical pixels.
    pub const fn side(mut self, side: f32) -> Self {
        self.side = side;
        self
    }

    /// 20 px, at the head of a banner or row.
    pub const fn lead(self) -> Self {
        self.side(size::ICON_LEAD)
    }
}

/// The picture for a widget that draws it itself.
pub(super) fn handle(picture: Icon) -> svg::Handle {
    svg::Handle::from_memory(picture.bytes())
}

impl<M> Widget<M, Theme, iced::Renderer> for IconView {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Fixed(self.side), Length::Fixed(self.side))
    }

    fn layout(
        &mut self,
        _tree: &mut Tree,
        _renderer: &iced::Renderer,
        _limits: &layout::Limits,
    ) -> layout::Node {
        layout::Node::new(Size::new(self.side, self.side))
    }

    fn draw(
        &self,
        _tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        use svg::Renderer as _;
        let color = self.ink.over(theme.palette(), style.text_color);
        renderer.draw_svg(svg::Svg::new(handle(self.picture)).color(color), layout.bounds(), *viewport);
    }
}

impl<'a, M: 'a> From<IconView> for crate::gui::Element<'a, M> {
    fn from(view: IconView) -> Self {
        Self::new(view)
    }
}
