//! The picture of every scenario that is shipped, looked at as a whole.
