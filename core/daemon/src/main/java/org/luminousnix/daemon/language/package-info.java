/// Text to intents: normalising, splitting, recognising, slots, dialogue context.
///
/// [org.luminousnix.daemon.language.Understander] is the entry. What comes out is a list of [org.luminousnix.daemon.language.Intent]s,
/// each with the evidence that it rests on, and at most one question. Nothing here acts, and nothing here knows how a wish is fulfilled.
package org.luminousnix.daemon.language;
