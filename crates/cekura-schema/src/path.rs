use super::Violation;

/// The place of a value, written out only for violations.
#[derive(Clone, Copy)]
pub(crate) enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl Path<'_> {
    pub(crate) fn violation(&self, text: impl Into<String>) -> Violation {
        Violation {
            field: self.field(),
            pointer: self.pointer(),
            text: text.into(),
        }
    }

    pub(crate) fn field(&self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Key(Path::Root, name) => (*name).to_owned(),
            Self::Key(parent, name) => format!("{}.{name}", parent.field()),
            Self::Index(parent, index) => format!("{}[{index}]", parent.field()),
        }
    }

    fn pointer(&self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Key(parent, name) => {
                let name = name.replace('~', "~0").replace('/', "~1");
                format!("{}/{name}", parent.pointer())
            }
            Self::Index(parent, index) => format!("{}/{index}", parent.pointer()),
        }
    }
}
