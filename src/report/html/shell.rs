//! The frame of a page: its head, with styles and fonts. Knows nothing of what stands in it.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::report::chart::font;
use crate::text::Language;

const STYLE: &str = include_str!("style.css");
/// Nothing is loaded and nothing runs, whatever a name may hold.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/// What stands in a page.
pub struct Page {
    /// Language of the page.
    pub language: Language,
    /// Title in the head.
    pub title: String,
    /// Header, main part and foot.
    pub body: Markup,
}

impl Page {
    /// The whole page.
    #[must_use]
    pub fn whole(self) -> String {
        let page = html! {
            (DOCTYPE)
            html lang=(self.language.tag()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta http-equiv="Content-Security-Policy" content=(POLICY);
                    title { (self.title) }
                    style { (PreEscaped(font::css())) (PreEscaped(STYLE)) }
                }
                body { (self.body) }
            }
        };
        page.into_string()
    }
}
