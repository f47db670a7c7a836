/// What is remembered, in one SQLite database: interactions, what was learnt, preferences, the state of the system, and
/// the journal of executions.
///
/// [Memory] is the entry point. Values are kept as texts and numbers; what they mean is known to those who write them.
package org.luminousnix.daemon.memory;
