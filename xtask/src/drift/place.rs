//! Where in an operation a difference is.

use std::fmt;

use crate::regen::document::Pointer;

/// A place of an operation, such as `response 200 · results[].status`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    /// The part of the operation.
    part: String,
    /// The fields below; `[]` stands for the elements of a list, `{}` for the values of a map, `=on` for the word on.
    steps: Vec<String>,
    /// The objects of the contract around the place, the outermost first, each with the number of steps that lead to it.
    scopes: Vec<(Pointer, Depth)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Depth {
    /// Around the part.
    Operation,
    Steps(usize),
}

impl Place {
    /// Returns a place inside an operation of the contract.
    pub(super) fn operation(pointer: &Pointer) -> Self {
        Self {
            scopes: vec![(pointer.clone(), Depth::Operation)],
            ..Self::default()
        }
    }

    /// Adds another operation whose decisions hold.
    pub(super) fn also(mut self, pointer: &Pointer) -> Self {
        self.scopes.push((pointer.clone(), Depth::Operation));
        self
    }

    pub(crate) fn part(&self, part: impl Into<String>) -> Self {
        Self {
            part: part.into(),
            ..self.clone()
        }
    }

    pub(crate) fn step(&self, step: &str) -> Self {
        let mut place = self.clone();
        place.steps.push(step.to_owned());
        place
    }

    /// Adds objects of the contract whose decisions hold from here on.
    pub(super) fn within(mut self, scopes: &[Pointer]) -> Self {
        let depth = Depth::Steps(self.steps.len());
        self.scopes
            .extend(scopes.iter().map(|scope| (scope.clone(), depth)));
        self
    }

    /// Returns each object around the place with the place as seen from there, the innermost first.
    pub(crate) fn seen_from_scopes(&self) -> impl Iterator<Item = (&Pointer, String)> {
        self.scopes.iter().rev().map(|(scope, depth)| {
            let seen = match depth {
                Depth::Operation => self.to_string(),
                Depth::Steps(from) => joined(&self.steps[*from..]),
            };
            (
                scope,
                if seen.is_empty() {
                    ".".to_owned()
                } else {
                    seen
                },
            )
        })
    }
}

fn joined(steps: &[String]) -> String {
    let mut text = String::new();
    for step in steps {
        if !text.is_empty() && !step.starts_with(['[', '{', '=']) {
            text.push('.');
        }
        text.push_str(step);
    }
    text
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.part)?;
        if !self.steps.is_empty() {
            write!(f, " · {}", joined(&self.steps))?;
        }
        Ok(())
    }
}
