//! Two macros that declare the language: a `record!` is a bracket of named fields, a `choice!` a word with or without arguments.
//!
//! From one declaration come the type, its reading (anew, or over what the base of a variant says), its filling (template holes) and
//! its words. They know nothing of what the words mean.

/// Declares structs written as `(field: value, …)`.
///
/// `field: Type = "key"` names the field otherwise in the file. Fields after a `;` are records whose own fields stand in the same bracket.
macro_rules! record {
    ($(
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])* pub $field:ident : $ty:ty $(= $key:literal)? , )*
            $( ; $( $(#[$inner_meta:meta])* pub $inner:ident : $inner_ty:ty , )* )?
        }
    )*) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug)]
        pub struct $name {
            $( $(#[$field_meta])* pub $field: $ty, )*
            $( $( $(#[$inner_meta])* pub $inner: $inner_ty, )* )?
        }

        impl $crate::scenario::read::Record for $name {
            fn take(
                fields: &mut $crate::scenario::read::Fields,
                reader: &mut $crate::scenario::read::Reader<'_>,
            ) -> Option<Self> {
                $( let $field = fields.take::<$ty>(key!($field $($key)?), reader); )*
                $( $( let $inner = <$inner_ty as $crate::scenario::read::Record>::take(fields, reader); )* )?
                Some(Self { $( $field: $field?, )* $( $( $inner: $inner?, )* )? })
            }

            fn take_over(
                fields: &mut $crate::scenario::read::Fields,
                reader: &mut $crate::scenario::read::Reader<'_>,
                base: Self,
            ) -> Option<Self> {
                $( let $field = fields.take_over::<$ty>(key!($field $($key)?), reader, base.$field); )*
                $( $( let $inner = <$inner_ty as $crate::scenario::read::Record>::take_over(fields, reader, base.$inner); )* )?
                Some(Self { $( $field: $field?, )* $( $( $inner: $inner?, )* )? })
            }
        }

        impl $crate::scenario::read::Read for $name {
            fn read(
                piece: $crate::scenario::tokens::Piece,
                reader: &mut $crate::scenario::read::Reader<'_>,
            ) -> Option<Self> {
                $crate::scenario::read::record(piece, reader)
            }

            fn read_over(
                piece: $crate::scenario::tokens::Piece,
                reader: &mut $crate::scenario::read::Reader<'_>,
                base: Self,
            ) -> Option<Self> {
                $crate::scenario::read::record_over(piece, reader, base)
            }
        }

        impl $crate::scenario::vocabulary::Vocabulary for $name {
            const WORDS: &'static [&'static str] = &[ $( key!($field $($key)?), )* ];
        }

        impl $crate::scenario::fill::Fill for $name {
            fn fill(&self, filler: &mut $crate::scenario::fill::Filler<'_>) -> Self {
                Self {
                    $( $field: self.$field.fill(filler), )*
                    $( $( $inner: self.$inner.fill(filler), )* )?
                }
            }
        }
    )*};
}

/// Declares an enum written as `Word`, `Word(value, …)` or `Word(field: value, …)`.
///
/// The key after `as` is that of the message that names it. `bare Variant: Type` is a further variant that stands without a word of its own;
/// `alone Variant: Type` says that the argument of a listed variant may stand alone. `Word[Place]` is a word without arguments that
/// remembers its place. Fields after a `;` are records whose own fields stand in the same bracket.
macro_rules! choice {
    (
        $(#[$meta:meta])*
        pub enum $name:ident as $what:literal $(, bare $bare:ident : $bare_ty:ty)? $(, alone $alone:ident : $alone_ty:ty)? {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident
                $( [ $place:ident ] )?
                $( ( $( $at:ident : $at_ty:ty ),* ) )?
                $( {
                    $( $(#[$field_meta:meta])* $field:ident : $ty:ty $(= $key:literal)? , )*
                    $( ; $inner:ident : $inner_ty:ty , )?
                } )?
                ,
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        #[allow(clippy::large_enum_variant, reason = "read once, held briefly; a box would only be in the way of matching")]
        pub enum $name {
            $( #[doc = "What stands without a word of its own."] $bare($bare_ty), )?
            $(
                $(#[$variant_meta])*
                $variant
                $( ($place) )?
                $( ( $( $at_ty ),* ) )?
                $( {
                    $( $(#[$field_meta])* $field: $ty, )*
                    $( #[doc = "What is observed."] $inner: $inner_ty, )?
                } )?
                ,
            )*
        }

        impl $crate::scenario::read::Read for $name {
            fn read(
                piece: $crate::scenario::tokens::Piece,
                reader: &mut $crate::scenario::read::Reader<'_>,
            ) -> Option<Self> {
                $( if <$bare_ty as $crate::scenario::read::Read>::begins(piece, reader) {
                    return <$bare_ty as $crate::scenario::read::Read>::read(piece, reader).map(Self::$bare);
                } )?
                $( if <$alone_ty as $crate::scenario::read::Read>::begins(piece, reader) {
                    return <$alone_ty as $crate::scenario::read::Read>::read(piece, reader).map(Self::$alone);
                } )?
                let call = reader.call(piece, $crate::text::Say::new($what), &<Self as $crate::scenario::read::Read>::words())?;
                $( if call.is(stringify!($variant)) {
                    return choice!(@read call, reader, $variant
                        $( [ $place ] )?
                        $( ( $( $at : $at_ty ),* ) )?
                        $( { $( $field : $ty = key!($field $($key)?) , )* $( ; $inner : $inner_ty , )? } )?
                    );
                } )*
                None
            }

            fn begins(piece: $crate::scenario::tokens::Piece, reader: &$crate::scenario::read::Reader<'_>) -> bool {
                reader.word(piece).is_some_and(|word| [ $( stringify!($variant), )* ].contains(&word))
                    $( || <$bare_ty as $crate::scenario::read::Read>::begins(piece, reader) )?
                    $( || <$alone_ty as $crate::scenario::read::Read>::begins(piece, reader) )?
            }

            fn words() -> Vec<&'static str> {
                let own: &[&'static str] = &[ $( stringify!($variant), )* ];
                let borrowed: &[Vec<&'static str>] = &[
                    $( <$bare_ty as $crate::scenario::read::Read>::words(), )?
                    $( <$alone_ty as $crate::scenario::read::Read>::words(), )?
                ];
                own.iter().chain(borrowed.iter().flatten()).copied().collect()
            }
        }

        impl $crate::scenario::vocabulary::Vocabulary for $name {
            const WORDS: &'static [&'static str] = &[
                $( stringify!($variant), $( $( key!($field $($key)?), )* )? )*
            ];
        }

        impl $crate::scenario::fill::Fill for $name {
            fn fill(&self, filler: &mut $crate::scenario::fill::Filler<'_>) -> Self {
                $( if let Self::$bare(bare) = self {
                    return Self::$bare(bare.fill(filler));
                } )?
                $( choice!(@fill self, filler, $variant
                    $( [ $place ] )?
                    $( ( $( $at ),* ) )?
                    $( { $( $field , )* $( $inner , )? } )?
                ); )*
                self.clone()
            }
        }
    };

    (@read $call:ident, $reader:ident, $variant:ident) => {{
        $call.nothing($reader).then_some(Self::$variant)
    }};
    (@read $call:ident, $reader:ident, $variant:ident [ $place:ident ]) => {{
        let at = $call.place();
        $call.nothing($reader).then_some(Self::$variant(at))
    }};
    (@read $call:ident, $reader:ident, $variant:ident ( $( $at:ident : $at_ty:ty ),* )) => {{
        let mut values = $call.values($reader, &[ $( stringify!($at) ),* ])?.into_iter();
        $( let $at = values.next().and_then(|piece| <$at_ty as $crate::scenario::read::Read>::read(piece, $reader)); )*
        Some(Self::$variant( $( $at? ),* ))
    }};
    (@read $call:ident, $reader:ident, $variant:ident
        { $( $field:ident : $ty:ty = $key:expr , )* $( ; $inner:ident : $inner_ty:ty , )? }) => {{
        let mut fields = $call.fields($reader)?;
        $( let $field = fields.take::<$ty>($key, $reader); )*
        $( let $inner = <$inner_ty as $crate::scenario::read::Record>::take(&mut fields, $reader); )?
        fields.finish($reader);
        Some(Self::$variant { $( $field: $field?, )* $( $inner: $inner?, )? })
    }};

    // A word alone has no holes; the filler is named so that an enum of such words uses it.
    (@fill $this:ident, $filler:ident, $variant:ident) => {
        let _ = &$filler;
    };
    (@fill $this:ident, $filler:ident, $variant:ident [ $place:ident ]) => {
        if let Self::$variant(place) = $this {
            return Self::$variant(place.fill($filler));
        }
    };
    (@fill $this:ident, $filler:ident, $variant:ident ( $( $at:ident ),* )) => {
        if let Self::$variant( $( $at ),* ) = $this {
            return Self::$variant( $( $at.fill($filler) ),* );
        }
    };
    (@fill $this:ident, $filler:ident, $variant:ident { $( $field:ident , )* }) => {
        if let Self::$variant { $( $field ),* } = $this {
            return Self::$variant { $( $field: $field.fill($filler) ),* };
        }
    };
}

/// The key of a field in the file: its own name, or another one.
macro_rules! key {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $key:literal) => {
        $key
    };
}
