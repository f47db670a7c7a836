/// Why: the decision itself as a tree, told at three depths. Nothing is told that the decision was not made of.
package org.luminousnix.daemon.explanation;
