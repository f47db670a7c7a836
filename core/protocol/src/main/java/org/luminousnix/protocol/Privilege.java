package org.luminousnix.protocol;

/// Whose rights a step needs.
public enum Privilege
{
    /// No rights beyond reading.
    NONE,

    /// The rights of the person, over own files and profile.
    USER,

    /// The rights of root, through the helper.
    SYSTEM
}
