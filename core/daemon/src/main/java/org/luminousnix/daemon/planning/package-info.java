/// From intents to plans of typed actions, with what each would change.
///
/// A {@link org.luminousnix.daemon.planning.Plan} is data: it says what would be done and holds nothing that does it. It is
/// judged by `safety` and carried out by `execution`.
package org.luminousnix.daemon.planning;
