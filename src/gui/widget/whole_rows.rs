//! Head and rows of a table: the height in sight is a whole number of rows, and the head keeps to the rows' width.

use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, renderer};
use iced::{Border, Event, Length, Rectangle, Size, Vector};

use super::look::fill;
use crate::gui::Element;
use crate::gui::theme::Theme;

/// A head above rows that scroll.
pub(super) struct WholeRows<'a, M> {
    parts: [Element<'a, M>; 2],
    row_height: f32,
}

impl<'a, M> WholeRows<'a, M> {
    pub(super) fn new(head: Element<'a, M>, rows: Element<'a, M>, row_height: f32) -> Self {
        Self { parts: [head, rows], row_height }
    }

    fn places<'b>(tree: &'b Tree, layout: Layout<'b>) -> impl Iterator<Item = (&'b Tree, Layout<'b>)> {
        tree.children.iter().zip(layout.children())
    }
}

/// What is kept between views.
#[derive(Debug, Default)]
struct Kept {
    /// Width of the bar beside the rows. Known beforehand it keeps the head from being set twice: text that
    /// is set anew counts as changed and is painted anew.
    bar: f32,
}

impl<M> Widget<M, Theme, iced::Renderer> for WholeRows<'_, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Kept>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Kept::default())
    }

    fn children(&self) -> Vec<Tree> {
        self.parts.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.parts);
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let ([head, rows], [head_tree, rows_tree]) = (&mut self.parts, tree.children.as_mut_slice()) else {
            return layout::Node::new(Size::ZERO);
        };
        let kept = tree.state.downcast_mut::<Kept>();
        let room = limits.max();
        let top = |width: f32| layout::Limits::new(Size::ZERO, Size::new(width, room.height));
        let guess = room.width - kept.bar;
        let mut first = head.as_widget_mut().layout(head_tree, renderer, &top(guess));
        let height = first.size().height;
        let whole = ((room.height - height) / self.row_height).floor().max(1.0) * self.row_height;
        let below = layout::Limits::new(Size::ZERO, Size::new(room.width, whole));
        let list = rows.as_widget_mut().layout(rows_tree, renderer, &below);
        let inner = list.children().first().map_or(room.width, |content| content.size().width);
        let inner = if inner < list.size().width { inner } else { room.width };
        if (inner - guess).abs() > f32::EPSILON {
            kept.bar = room.width - inner;
            first = head.as_widget_mut().layout(head_tree, renderer, &top(inner));
        }
        let size = Size::new(room.width, height + list.size().height);
        layout::Node::with_children(size, vec![first, list.translate(Vector::new(0.0, height))])
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        operation.container(None, layout.bounds());
        operation.traverse(&mut |operation| {
            for ((part, tree), place) in self.parts.iter_mut().zip(&mut tree.children).zip(layout.children())
            {
                part.as_widget_mut().operate(tree, place, renderer, operation);
            }
        });
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &iced::Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
        viewport: &Rectangle,
    ) {
        for ((part, tree), place) in self.parts.iter_mut().zip(&mut tree.children).zip(layout.children()) {
            part.as_widget_mut().update(tree, event, place, cursor, renderer, clipboard, shell, viewport);
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let (palette, bounds) = (theme.palette(), layout.bounds());
        let mut paint = |part: Rectangle, color| fill(renderer, part, Border::default(), color);
        let mut places = layout.children();
        if let Some(head) = places.next() {
            paint(Rectangle { height: head.bounds().height, ..bounds }, palette.head);
        }
        // Rows bring their ground, so only the bar's lane needs one and the frame is four lines: a ground
        // under everything would be painted whole for every mark that changes.
        if let Some(rows) = places.next() {
            let whole = rows.bounds();
            let inner = rows.children().next().map_or(whole.width, |content| content.bounds().width);
            if inner < whole.width {
                paint(Rectangle { x: whole.x + inner, width: whole.width - inner, ..whole }, palette.surface);
            }
        }
        let frame = bounds.expand(1.0);
        for y in [0.0, frame.height - 1.0] {
            paint(Rectangle { y: frame.y + y, height: 1.0, ..frame }, palette.line);
        }
        for x in [0.0, frame.width - 1.0] {
            paint(Rectangle { x: frame.x + x, width: 1.0, ..frame }, palette.line);
        }
        for (part, (tree, place)) in self.parts.iter().zip(Self::places(tree, layout)) {
            part.as_widget().draw(tree, renderer, theme, style, place, cursor, viewport);
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        self.parts
            .iter()
            .zip(Self::places(tree, layout))
            .map(|(part, (tree, place))| {
                part.as_widget().mouse_interaction(tree, place, cursor, viewport, renderer)
            })
            .max()
            .unwrap_or_default()
    }
}
