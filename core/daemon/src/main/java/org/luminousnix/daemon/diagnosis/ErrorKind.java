package org.luminousnix.daemon.diagnosis;

import java.util.Locale;
import java.util.Optional;

/// The kinds of errors that are told apart; the protocol names them in lower case with dashes.
public enum ErrorKind
{
    INFINITE_RECURSION,
    SYNTAX_ERROR,
    UNDEFINED_VARIABLE,
    ATTRIBUTE_MISSING,
    TYPE_ERROR,
    MISSING_ARGUMENT,
    UNEXPECTED_ARGUMENT,
    STACK_OVERFLOW,
    OPTION_DOES_NOT_EXIST,
    OPTION_REMOVED,
    OPTION_CONFLICT,
    OPTION_DEFINED_TWICE,
    OPTION_WRONG_TYPE,
    OPTION_NOT_DEFINED,
    FAILED_ASSERTION,
    HASH_MISMATCH,
    BUILDER_FAILED,
    COLLISION,
    UNFREE,
    INSECURE,
    BROKEN,
    UNSUPPORTED_PLATFORM,
    SYSTEM_MISMATCH,
    PACKAGE_RENAMED,
    PACKAGE_REMOVED,
    GIT_UNTRACKED,
    FLAKE_MISSING,
    FLAKE_OUTPUT_MISSING,
    FLAKE_REGISTRY,
    PURE_EVAL,
    EXPERIMENTAL_FEATURE,
    NIX_PATH,
    MISSING_FILE,
    DISK_FULL,
    BOOT_FULL,
    OUT_OF_MEMORY,
    DNS_FAILURE,
    NETWORK_CONNECT,
    TLS_CERTIFICATE,
    RATE_LIMIT,
    SIGNATURE,
    UNTRUSTED_SUBSTITUTER,
    DAEMON,
    PERMISSION,
    STORE_DB_CORRUPT,
    STORE_DB_BUSY,
    GC_IN_USE,
    UNIT_FAILED,
    HM_CLOBBER,
    NIX_CONF,
    NIX_CRASH,
    UNKNOWN;

    /// Returns the name that the protocol uses: `attribute-missing`.
    public String label()
    {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Returns the kind of this name, if there is one.
    public static Optional<ErrorKind> fromLabel(String label)
    {
        for (ErrorKind kind : values()) {
            if (kind.label().equals(label)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
