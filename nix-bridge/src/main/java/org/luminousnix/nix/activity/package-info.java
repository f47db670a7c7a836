/// What Nix is doing: log events as values, and the tree of activities that they draw. Pure; fed by the lines of
/// `--log-format internal-json` or by the worker protocol, which carry the same things.
package org.luminousnix.nix.activity;
