//! A table in memory: what HTML and terminal both show. Knows nothing of either.

/// A table; the first cell of a row is its head.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What the table shows, with the unit where all share it.
    pub caption: String,
    /// Heads of the columns.
    pub columns: Vec<Column>,
    /// The rows, each as long as `columns`.
    pub rows: Vec<Vec<String>>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The head.
    pub head: String,
    /// Whether the column holds numbers, which stand right.
    pub number: bool,
    /// Whether the column quotes the author of the scenario word for word.
    pub cited: bool,
}

impl Table {
    /// An empty table.
    #[must_use]
    pub fn new(caption: impl Into<String>) -> Self {
        Self {
            caption: caption.into(),
            ..Self::default()
        }
    }

    /// Adds a column of text.
    #[must_use]
    pub fn text(mut self, head: impl Into<String>) -> Self {
        self.columns.push(Column {
            head: head.into(),
            number: false,
            cited: false,
        });
        self
    }

    /// Adds a column of the author's own words.
    #[must_use]
    pub fn cited(mut self, head: impl Into<String>) -> Self {
        self.columns.push(Column {
            head: head.into(),
            number: false,
            cited: true,
        });
        self
    }

    /// Adds a column of numbers.
    #[must_use]
    pub fn number(mut self, head: impl Into<String>) -> Self {
        self.columns.push(Column {
            head: head.into(),
            number: true,
            cited: false,
        });
        self
    }

    /// Adds a row.
    pub fn push(&mut self, row: Vec<String>) {
        debug_assert_eq!(
            row.len(),
            self.columns.len(),
            "a row has a cell for each column"
        );
        self.rows.push(row);
    }
}
