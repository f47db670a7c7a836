package org.luminousnix.nix;

/// What kind of failure a [NixException] reports.
public enum NixErrorCode
{
    /// A text that should be a store path is none, or lies in another store.
    INVALID_STORE_PATH,
    /// A text that should be a hash is none, or has the wrong length.
    INVALID_HASH,
    /// An argument is outside of what the operation accepts.
    INVALID_ARGUMENT,
    /// A well-formed store path is not in the store.
    NO_SUCH_STORE_PATH,
    /// A child process ended with a code that means failure.
    PROCESS_FAILED,
    /// A child process ran longer than it was allowed to and was ended.
    PROCESS_TIMEOUT,
    /// A child process was ended because the caller asked for it.
    PROCESS_CANCELLED,
    /// The program to start does not exist on this machine.
    PROCESS_MISSING,
    /// A child process wrote more than its caller was prepared to keep.
    OUTPUT_TOO_LARGE,
    /// A sandbox was demanded that cannot be had on this machine.
    SANDBOX_UNAVAILABLE,
    /// A Nix expression does not evaluate.
    EVALUATION_FAILED,
    /// A Nix text does not parse.
    SYNTAX_ERROR,
    /// A derivation does not build.
    BUILD_FAILED,
    /// A store path is not a NixOS system.
    NOT_A_SYSTEM,
    /// A profile has no generation of that number.
    NO_SUCH_GENERATION,
    /// A generation may not be deleted, since it is current, booted or one of those to keep.
    GENERATION_PROTECTED,
    /// A package is not in the set or the profile that was asked.
    NO_SUCH_PACKAGE,
    /// A file is not what it was when it was read: somebody else changed it meanwhile.
    FILE_CHANGED,
    /// A file cannot be read or written.
    FILE_INACCESSIBLE,
    /// A text has a shape that is not edited, so that nothing gets damaged.
    UNSUPPORTED_SHAPE,
    /// Another process holds the lock that the operation needs.
    LOCKED,
    /// The operation needs more rights than this process has.
    PERMISSION_DENIED,
    /// There is not enough room on a file system.
    NO_SPACE,
    /// The Nix daemon answered with an error.
    DAEMON_ERROR,
    /// The Nix daemon cannot be reached, or closed the connection.
    DAEMON_UNREACHABLE,
    /// The Nix daemon did not answer in the time that it was given.
    DAEMON_TIMEOUT,
    /// A request to the Nix daemon was ended because the caller asked for it.
    DAEMON_CANCELLED,
    /// The Nix daemon sent something that the protocol does not allow.
    PROTOCOL_VIOLATION,
    /// The Nix daemon speaks an older or another protocol than the operation needs.
    UNSUPPORTED_PROTOCOL,
    /// An answer of a tool does not have the form that it is known to have.
    UNEXPECTED_OUTPUT
}
