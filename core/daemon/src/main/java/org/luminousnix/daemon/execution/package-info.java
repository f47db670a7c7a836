/// Carries out approved plans: step by step, journalled before and after each, verified at the end, undone where it fails.
///
/// {@link org.luminousnix.daemon.execution.Executor} holds the order of things; what a step does to the machine is behind
/// {@link org.luminousnix.daemon.execution.ActionRunner}, what is looked at afterwards behind {@link org.luminousnix.daemon.execution.Prober}.
package org.luminousnix.daemon.execution;
