/// The one place of the project that starts processes: arguments as a list and never through a shell, a closed environment,
/// limits, and an end that leaves nothing running. [org.luminousnix.nix.process.NativeProcesses] is the entry point.
package org.luminousnix.nix.process;
