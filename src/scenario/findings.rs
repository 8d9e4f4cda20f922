//! Telling what breaks the grammar, with the corrected line, and mending the tokens so that reading can go on.
//!
//! Knows nothing of how such places are found (`grammar`).

use crate::say;
use crate::scenario::brackets::{mate_again, partner};
use crate::scenario::chunks::Page;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::grammar::{Finding, What};
use crate::scenario::quotes::is_quote;
use crate::scenario::slips::{Edit, Slips, corrected, write};
use crate::scenario::tokens::{Kind, Token};

/// Notes all findings and gives the tokens as they were probably meant. Where that is a guess, the file is lost.
pub fn tell(
    source: &str,
    tokens: Vec<Token>,
    mut findings: Vec<Finding>,
    slips: &mut Slips,
) -> Vec<Token> {
    findings.sort_by_key(|finding| (finding.first, finding.last));
    let mut telling = Telling {
        page: Page {
            source,
            tokens: &tokens,
        },
        repairs: Vec::new(),
    };
    for &finding in &findings {
        telling.finding(finding, slips);
    }
    let mut mended = mend(&tokens, telling.repairs);
    if mate_again(&mut mended) {
        mended
    } else {
        tokens
    }
}

/// Tokens `first..last` become others.
struct Repair {
    first: usize,
    last: usize,
    with: Vec<Token>,
}

/// The tokens after all repairs; of repairs that overlap the first counts.
fn mend(tokens: &[Token], mut repairs: Vec<Repair>) -> Vec<Token> {
    repairs.sort_by_key(|repair| (repair.first, repair.last));
    let (mut mended, mut at) = (Vec::with_capacity(tokens.len()), 0);
    for repair in repairs {
        if repair.first < at {
            continue;
        }
        mended.extend_from_slice(&tokens[at..repair.first]);
        mended.extend(repair.with);
        at = repair.last;
    }
    mended.extend_from_slice(&tokens[at..]);
    mended
}

struct Telling<'a> {
    page: Page<'a>,
    repairs: Vec<Repair>,
}

impl Telling<'_> {
    fn finding(&mut self, finding: Finding, slips: &mut Slips) {
        match finding.what {
            What::MissingComma => slips.note(self.missing_comma(finding)),
            What::MissingColon => slips.note(self.missing_colon(finding)),
            What::MissingValue => slips.note(self.missing_value(finding)),
            What::MissingName => slips.lose(self.missing_name(finding)),
            What::MissingBrackets => slips.note(self.missing_brackets(finding)),
            What::DoubleComma => slips.note(self.double_comma(finding)),
            What::DoubleColon => slips.note(self.double_colon(finding)),
            What::SecondColon => slips.lose(self.second_colon(finding)),
            What::Unquoted if self.is_value(finding.first) => slips.note(self.unquoted(finding)),
            What::Unquoted => slips.lose(self.unquoted(finding)),
            What::DecimalComma => slips.note(self.decimal_comma(finding)),
            What::InnerQuote => slips.lose(self.inner_quote(finding)),
            What::Stray => slips.lose(self.stray(finding)),
            What::Ellipsis => slips.lose(self.ellipsis(finding)),
            What::Dash => slips.habit(self.dash(finding)),
            What::QuotedField => slips.habit(self.quoted_field(finding)),
            What::BareName => slips.habit(self.bare_name(finding)),
            What::Bracket(sign) => slips.note(self.bracket(finding, sign)),
            What::AfterEnd => slips.lose(self.after_end(finding)),
            What::NoBracket => slips.lose(self.no_bracket(finding)),
        }
    }

    /// Whether a name and its colon stand before the token, so that it is clear where it belongs.
    fn is_value(&self, token: usize) -> bool {
        token > 0 && self.page.tokens[token - 1].kind == Kind::Colon
    }

    fn start(&self, token: usize) -> usize {
        self.page.tokens[token].range().start
    }

    /// The byte behind tokens that end before `last`.
    fn end(&self, last: usize) -> usize {
        self.page.tokens[last - 1].range().end
    }

    fn text(&self, finding: Finding) -> &str {
        &self.page.source[self.start(finding.first)..self.end(finding.last)]
    }

    fn write(&self, edits: &[Edit]) -> crate::text::Say {
        write(self.page.source, edits)
    }

    fn replace(&mut self, first: usize, last: usize, with: Vec<Token>) {
        self.repairs.push(Repair { first, last, with });
    }

    /// Nobody knows what tokens `first..last` mean.
    fn gap(&mut self, first: usize, last: usize) {
        let at = self.start(first)..self.end(last);
        self.replace(first, last, vec![Token::new(Kind::Gap, at)]);
    }

    /// Tokens `first..last` are one text.
    fn as_text(&mut self, first: usize, last: usize) {
        let at = self.start(first)..self.end(last);
        self.replace(first, last, vec![Token::new(Kind::Text, at)]);
    }

    fn put_in(&mut self, kind: Kind, at: usize) {
        let byte = self.end(at);
        self.replace(at, at, vec![Token::new(kind, byte..byte)]);
    }

    fn missing_comma(&mut self, finding: Finding) -> Diagnostic {
        self.put_in(Kind::Comma, finding.last);
        let byte = self.end(finding.last);
        let next = self.page.tokens[finding.last].range();
        Diagnostic::new("missing-comma", next, say!("missing-comma"))
            .note(byte..byte, say!("missing-comma-here"))
            .help(self.write(&[Edit::insert(byte, ",")]))
    }

    fn missing_colon(&mut self, finding: Finding) -> Diagnostic {
        self.put_in(Kind::Colon, finding.last);
        let byte = self.end(finding.last);
        let next = self.page.tokens[finding.last].range();
        let message = say!("missing-colon", name = self.text(finding));
        Diagnostic::new("missing-colon", next, message).help(self.write(&[Edit::insert(byte, ":")]))
    }

    fn missing_value(&mut self, finding: Finding) -> Diagnostic {
        let byte = self.end(finding.last);
        self.replace(
            finding.last,
            finding.last,
            vec![Token::new(Kind::Gap, byte..byte)],
        );
        let name = self.page.text(finding.first);
        let at = self.page.tokens[finding.last - 1].range();
        let edit = Edit::insert(byte, " \"…\"");
        Diagnostic::new("missing-value", at, say!("missing-value", name = name)).help(say!(
            "missing-value-help",
            line = corrected(self.page.source, &[edit])
        ))
    }

    fn missing_name(&self, finding: Finding) -> Diagnostic {
        let colon = (finding.first..finding.last)
            .find(|&at| self.page.tokens[at].kind == Kind::Colon)
            .unwrap_or(finding.first);
        Diagnostic::new(
            "missing-name",
            self.page.tokens[colon].range(),
            say!("missing-name"),
        )
        .help(say!("missing-name-help"))
    }

    fn missing_brackets(&mut self, finding: Finding) -> Diagnostic {
        let (open, close) = (self.end(finding.first + 1), self.end(finding.last));
        let value = self.start(finding.first + 1);
        self.replace(
            finding.first + 1,
            finding.first + 1,
            vec![Token::bracket(b'(', open..open)],
        );
        self.replace(
            finding.last,
            finding.last,
            vec![Token::bracket(b')', close..close)],
        );
        let word = self.page.text(finding.first);
        let at = self.start(finding.first)..self.end(finding.first + 1);
        let edits = [Edit::replace(open..value, "("), Edit::insert(close, ")")];
        Diagnostic::new(
            "missing-brackets",
            at,
            say!("missing-brackets", word = word),
        )
        .help(self.write(&edits))
    }

    fn double_comma(&mut self, finding: Finding) -> Diagnostic {
        let at = self.page.tokens[finding.first].range();
        Diagnostic::new("comma-too-many", at.clone(), say!("comma-too-many"))
            .help(self.write(&[Edit::replace(at, "")]))
    }

    fn double_colon(&mut self, finding: Finding) -> Diagnostic {
        self.replace(finding.first, finding.last, Vec::new());
        let at = self.page.tokens[finding.first].range();
        Diagnostic::new("colon-too-many", at.clone(), say!("colon-too-many"))
            .help(self.write(&[Edit::replace(at, "")]))
    }

    fn second_colon(&self, finding: Finding) -> Diagnostic {
        let (start, end) = (self.start(finding.first), self.end(finding.last));
        let colon = self.page.tokens[finding.first + 1].range();
        let edits = [Edit::insert(start, "("), Edit::insert(end, ")")];
        Diagnostic::new("second-colon", colon, say!("second-colon")).help(self.write(&edits))
    }

    fn unquoted(&mut self, finding: Finding) -> Diagnostic {
        self.as_text(finding.first, finding.last);
        let (start, end) = (self.start(finding.first), self.end(finding.last));
        let quantity = self.page.tokens[finding.first].kind == Kind::Number;
        let message = if quantity {
            say!("unquoted-quantity", text = self.text(finding))
        } else {
            say!("unquoted-text", text = self.text(finding))
        };
        let edits = [Edit::insert(start, "\""), Edit::insert(end, "\"")];
        Diagnostic::new("unquoted", start..end, message).help(self.write(&edits))
    }

    fn decimal_comma(&mut self, finding: Finding) -> Diagnostic {
        self.gap(finding.first, finding.last);
        let at = self.start(finding.first)..self.end(finding.last);
        let written = self.text(finding).replacen(',', ".", 1);
        let written = if written.parse::<f64>().is_ok() {
            written
        } else {
            format!("\"{written}\"")
        };
        let message = say!("decimal-comma", number = self.text(finding));
        Diagnostic::new("decimal-comma", at.clone(), message)
            .help(self.write(&[Edit::replace(at, written)]))
    }

    fn inner_quote(&self, finding: Finding) -> Diagnostic {
        let at = self.start(finding.first)..self.end(finding.last);
        let text = self.text(finding);
        let inside = &text[1..text.len() - 1];
        let written = format!("\"{}\"", inside.replace("\\\"", "\"").replace('"', "\\\""));
        Diagnostic::new("quote-inside", at.clone(), say!("quote-inside"))
            .help(self.write(&[Edit::replace(at, written)]))
    }

    fn stray(&self, finding: Finding) -> Diagnostic {
        let at = self.page.tokens[finding.first].range();
        let sign = self.page.text(finding.first).escape_debug().to_string();
        let next = self.page.tokens.get(finding.first + 1);
        let number = next.is_some_and(|next| next.kind == Kind::Number);
        let minus = matches!(sign.as_str(), "−" | "–") && number;
        let edit = Edit::replace(at.clone(), if minus { "-" } else { "" });
        Diagnostic::new("odd-sign", at, say!("odd-sign", sign = sign)).help(self.write(&[edit]))
    }

    fn ellipsis(&self, finding: Finding) -> Diagnostic {
        let at = self.page.tokens[finding.first].range();
        Diagnostic::new(
            "left-out",
            at,
            say!("left-out", sign = self.page.text(finding.first)),
        )
        .help(say!("left-out-help"))
    }

    fn dash(&mut self, finding: Finding) -> Diagnostic {
        let at = self.page.tokens[finding.first].range();
        self.replace(
            finding.first,
            finding.last,
            vec![Token::new(Kind::Comma, at.clone())],
        );
        Diagnostic::new("dash-list", at, say!("dash-list")).help(say!("dash-list-help"))
    }

    fn quoted_field(&mut self, finding: Finding) -> Diagnostic {
        let at = self.page.tokens[finding.first].range();
        self.replace(
            finding.first,
            finding.last,
            vec![Token::new(Kind::Word, at.clone())],
        );
        let name = self.text(finding).trim_matches(is_quote);
        Diagnostic::new(
            "quoted-field",
            at.clone(),
            say!("quoted-field", name = name),
        )
        .help(self.write(&[Edit::replace(at, name)]))
    }

    fn bare_name(&mut self, finding: Finding) -> Diagnostic {
        self.as_text(finding.first, finding.last);
        let at = self.page.tokens[finding.first].range();
        let name = self.text(finding);
        Diagnostic::new("bare-name", at.clone(), say!("bare-name", name = name))
            .help(self.write(&[Edit::replace(at, format!("\"{name}\""))]))
    }

    fn bracket(&mut self, finding: Finding, sign: u8) -> Diagnostic {
        let (open, close) = (finding.first, finding.last - 1);
        let (opens, closes) = (
            self.page.tokens[open].range(),
            self.page.tokens[close].range(),
        );
        self.replace(open, open + 1, vec![Token::bracket(sign, opens.clone())]);
        self.replace(
            close,
            close + 1,
            vec![Token::bracket(partner(sign), closes.clone())],
        );
        let message = match sign {
            b'{' => say!("bracket-for-names"),
            _ => say!("bracket-for-fields"),
        };
        let edits = [
            Edit::replace(opens.clone(), char::from(sign)),
            Edit::replace(closes.clone(), char::from(partner(sign))),
        ];
        Diagnostic::new("bracket-meant", opens, message)
            .note(closes, say!("bracket-and-its-end"))
            .help(self.write(&edits))
    }

    fn after_end(&self, finding: Finding) -> Diagnostic {
        let at = self.page.tokens[finding.first].range();
        Diagnostic::new("after-the-end", at, say!("after-the-end")).help(say!("after-the-end-help"))
    }

    fn no_bracket(&self, finding: Finding) -> Diagnostic {
        let at = self.start(finding.first);
        let edit = Edit::insert(at, "(");
        Diagnostic::new(
            "no-bracket",
            self.page.tokens[finding.first].range(),
            say!("no-bracket"),
        )
        .help(say!(
            "no-bracket-help",
            line = corrected(self.page.source, &[edit])
        ))
    }
}
