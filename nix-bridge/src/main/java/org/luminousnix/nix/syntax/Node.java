package org.luminousnix.nix.syntax;

import java.util.List;

/// A piece of a Nix text with what it consists of.
///
/// A node spans from its first token that is neither white space nor comment to its last one; white space and comments around it
/// belong to the node that holds it.
public sealed interface Node permits Expression, Binding, AttributePath, AttributeName, StringPart, Parameter, Formal, SourceFile
{
    /// Returns the offset of its first character.
    int start();

    /// Returns the offset behind its last character.
    int end();

    /// Returns the nodes directly below it, in the order of the text, none within another.
    List<Node> children();
}
