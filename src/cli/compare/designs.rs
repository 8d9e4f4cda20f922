//! Which designs are compared: the files, the variants asked for, and the one that the others are held against.

use std::path::Path;

use crate::cli::args::compare::Compare;
use crate::cli::exit::Failure;
use crate::cli::input;
use crate::cli::terminal::plain;
use crate::compare::Design;
use crate::model::Blueprint;
use crate::say;
use crate::scenario::Overrides;
use crate::text::naming::carried;
use crate::text::{Catalogue, Wording};

/// The designs in their order.
pub struct Designs {
    /// All of them, at least two.
    pub all: Vec<Design>,
    /// Index of the one that the others are compared with.
    pub base: usize,
}

impl Designs {
    /// What a design is called in a message.
    pub fn name(&self, index: usize, catalogue: &Catalogue) -> String {
        called(&self.all[index], catalogue)
    }
}

fn called(design: &Design, catalogue: &Catalogue) -> String {
    if design.name.is_empty() {
        catalogue.say("compare-as-it-stands")
    } else {
        plain(&design.name)
    }
}

/// Reads all designs. Warnings of a scenario's variants are those of the scenario and shown once.
///
/// # Errors
/// When a file cannot be read, a scenario is at fault, or a name fits nothing.
pub fn load(asked: &Compare, catalogue: &Catalogue) -> Result<Designs, Failure> {
    let mut all = Vec::new();
    for file in &asked.files {
        let blueprint = input::load(file, &asked.overrides, catalogue)?;
        let declared = blueprint.about.variants.clone();
        let alone = asked.files.len() == 1;
        all.push(Design {
            name: if alone {
                String::new()
            } else {
                unused(stem(file), &all)
            },
            label: Wording::default(),
            file: stem(file),
            variant: String::new(),
            blueprint,
        });
        if alone || !asked.variants.is_empty() {
            all.extend(variants(asked, file, &declared, catalogue)?);
        }
    }
    let base = base(asked, &all, catalogue)?;
    if all.len() < 2 {
        let file = plain(&asked.files[0].to_string_lossy());
        return Err(Failure::Usage(say!("compare-one-design", file = file)));
    }
    Ok(Designs { all, base })
}

/// The variants of `file` that are asked for, in the order in which they are declared.
fn variants(
    asked: &Compare,
    file: &Path,
    declared: &[(String, Wording)],
    catalogue: &Catalogue,
) -> Result<Vec<Design>, Failure> {
    let names: Vec<&str> = declared.iter().map(|(name, _)| name.as_str()).collect();
    let fits_none = |wanted: &&String| !names.iter().any(|name| carried(wanted, name).is_some());
    if let Some(wanted) = asked.variants.iter().find(fits_none) {
        return Err(unknown(wanted, &names));
    }
    let is_asked = |name: &str| {
        asked.variants.is_empty()
            || asked
                .variants
                .iter()
                .any(|wanted| carried(wanted, name).is_some())
            || asked.against.as_deref() == Some(name)
    };
    let wanted = declared.iter().filter(|(name, _)| is_asked(name));
    wanted
        .map(|(name, label)| {
            Ok(Design {
                name: name.clone(),
                label: label.clone(),
                file: stem(file),
                variant: name.clone(),
                blueprint: variant(asked, file, name, catalogue)?,
            })
        })
        .collect()
}

fn variant(
    asked: &Compare,
    file: &Path,
    name: &str,
    catalogue: &Catalogue,
) -> Result<Blueprint, Failure> {
    let overrides = Overrides {
        variant: Some(name.to_owned()),
        ..asked.overrides.clone()
    };
    input::load_without_warnings(file, &overrides, catalogue)
}

/// The design that the others are compared with: the one that is asked for, else the first.
fn base(asked: &Compare, all: &[Design], catalogue: &Catalogue) -> Result<usize, Failure> {
    let Some(wanted) = &asked.against else {
        return Ok(0);
    };
    let found = all.iter().position(|design| design.name == *wanted);
    found.ok_or_else(|| {
        let names: Vec<String> = all.iter().map(|design| called(design, catalogue)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        unknown(wanted, &names)
    })
}

fn unknown(wanted: &str, names: &[&str]) -> Failure {
    let quoted: Vec<String> = names
        .iter()
        .map(|name| format!("`{}`", plain(name)))
        .collect();
    Failure::Usage(say!(
        "compare-unknown-design",
        name = plain(wanted),
        names = quoted.join(", "),
    ))
}

/// `name`, with a number where a design is called so already.
fn unused(name: String, taken: &[Design]) -> String {
    let is_taken = |name: &str| taken.iter().any(|design| design.name == name);
    let numbered = (2..).map(|number| format!("{name} ({number})"));
    std::iter::once(name.clone())
        .chain(numbered)
        .find(|name| !is_taken(name))
        .unwrap_or(name)
}

/// The name of a file without folder and ending.
fn stem(file: &Path) -> String {
    file.file_stem()
        .map(|stem| plain(&stem.to_string_lossy()))
        .unwrap_or_default()
}
