//! Figures against closed forms, on small scenarios and on those that are shipped.

