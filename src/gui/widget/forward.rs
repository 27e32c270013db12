//! The methods of a widget around one other that it passes on unchanged.
//!
//! A wrapper writes only what it does itself and names the rest. The tree of the part inside is the first child of the
//! wrapper's own, and its layout is the wrapper's.

/// Writes the named methods of [`Widget`](iced::advanced::Widget) so that the part in the field does them.
macro_rules! forward {
    ($part:ident: $($method:ident)+) => {
        $(crate::gui::widget::forward::forward!(@$method $part);)+
    };
    (@children $part:ident) => {
        fn children(&self) -> Vec<iced::advanced::widget::Tree> {
            vec![iced::advanced::widget::Tree::new(&self.$part)]
        }
    };
    (@diff $part:ident) => {
        fn diff(&self, tree: &mut iced::advanced::widget::Tree) {
            tree.diff_children(std::slice::from_ref(&self.$part));
        }
    };
    (@size $part:ident) => {
        fn size(&self) -> iced::Size<iced::Length> {
            self.$part.as_widget().size()
        }
    };
    (@layout $part:ident) => {
        fn layout(
            &mut self,
            tree: &mut iced::advanced::widget::Tree,
            renderer: &iced::Renderer,
            limits: &iced::advanced::layout::Limits,
        ) -> iced::advanced::layout::Node {
            match tree.children.first_mut() {
                Some(inside) => self.$part.as_widget_mut().layout(inside, renderer, limits),
                None => iced::advanced::layout::Node::new(iced::Size::ZERO),
            }
        }
    };
    (@operate $part:ident) => {
        fn operate(
            &mut self,
            tree: &mut iced::advanced::widget::Tree,
            layout: iced::advanced::Layout<'_>,
            renderer: &iced::Renderer,
            operation: &mut dyn iced::advanced::widget::Operation,
        ) {
            if let Some(inside) = tree.children.first_mut() {
                self.$part.as_widget_mut().operate(inside, layout, renderer, operation);
            }
        }
    };
    (@update $part:ident) => {
        fn update(
            &mut self,
            tree: &mut iced::advanced::widget::Tree,
            event: &iced::Event,
            layout: iced::advanced::Layout<'_>,
            cursor: iced::advanced::mouse::Cursor,
            renderer: &iced::Renderer,
            clipboard: &mut dyn iced::advanced::Clipboard,
            shell: &mut iced::advanced::Shell<'_, M>,
            viewport: &iced::Rectangle,
        ) {
            if let Some(inside) = tree.children.first_mut() {
                let part = self.$part.as_widget_mut();
                part.update(inside, event, layout, cursor, renderer, clipboard, shell, viewport);
            }
        }
    };
    (@draw $part:ident) => {
        fn draw(
            &self,
            tree: &iced::advanced::widget::Tree,
            renderer: &mut iced::Renderer,
            theme: &crate::gui::theme::Theme,
            style: &iced::advanced::renderer::Style,
            layout: iced::advanced::Layout<'_>,
            cursor: iced::advanced::mouse::Cursor,
            viewport: &iced::Rectangle,
        ) {
            if let Some(inside) = tree.children.first() {
                self.$part.as_widget().draw(inside, renderer, theme, style, layout, cursor, viewport);
            }
        }
    };
    (@mouse_interaction $part:ident) => {
        fn mouse_interaction(
            &self,
            tree: &iced::advanced::widget::Tree,
            layout: iced::advanced::Layout<'_>,
            cursor: iced::advanced::mouse::Cursor,
            viewport: &iced::Rectangle,
            renderer: &iced::Renderer,
        ) -> iced::advanced::mouse::Interaction {
            tree.children.first().map_or(iced::advanced::mouse::Interaction::None, |inside| {
                self.$part.as_widget().mouse_interaction(inside, layout, cursor, viewport, renderer)
            })
        }
    };
    (@overlay $part:ident) => {
        fn overlay<'b>(
            &'b mut self,
            tree: &'b mut iced::advanced::widget::Tree,
            layout: iced::advanced::Layout<'b>,
            renderer: &iced::Renderer,
            viewport: &iced::Rectangle,
            translation: iced::Vector,
        ) -> Option<iced::advanced::overlay::Element<'b, M, crate::gui::theme::Theme, iced::Renderer>> {
            let inside = tree.children.first_mut()?;
            self.$part.as_widget_mut().overlay(inside, layout, renderer, viewport, translation)
        }
    };
}

pub(super) use forward;
