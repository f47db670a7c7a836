package org.luminousnix.daemon.language;

/// What can be wrong with language data and slots.
public enum LanguageError
{
    /// A slot's value has not the slot's shape.
    INVALID_SLOT,
    /// A data file is not what its format says.
    INVALID_DATA,
    /// A data file cannot be read.
    UNREADABLE_DATA
}
