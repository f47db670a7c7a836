package org.luminousnix.daemon.catalog;

/// The names of the index's fields.
final class IndexFields
{
    /// What is shown: the entry itself, packed.
    static final String ENTRY = "entry";
    /// How likely it is before anything was said: the bits of a float.
    static final String PRIOR = "prior";
    /// The exact attribute path, or the exact option path with its source in front.
    static final String KEY = "key";

    /// Packages: every name that it goes by, in lower case, with and without separators.
    static final String NAME = "name";
    /// Packages: the attribute path, and the last part of it where people leave the set out.
    static final String HOME = "home";
    static final String PROGRAM = "program";
    static final String MAIN_PROGRAM = "main";
    static final String TITLE = "title";
    static final String SET = "set";
    static final String DESCRIPTION = "text";
    static final String LONG_DESCRIPTION = "long";

    /// Options: the path in lower case.
    static final String PATH = "path";
    static final String SOURCE = "source";
    /// Options: the ends of the path from two parts on, and of what can be enabled from one on, as stems drawn together.
    static final String ENDING = "ending";
    static final String PATH_WORDS = "words";
    static final String LEAF_WORDS = "leaf";
    static final String OPTION_TEXT = "about";

    private IndexFields()
    {}
}
