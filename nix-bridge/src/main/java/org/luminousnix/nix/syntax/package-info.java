/// The Nix language as a lossless concrete syntax tree: every byte of a file is in a token, every token below a node.
///
/// Part of the pure layer: it takes and gives text, and never touches a file. [org.luminousnix.nix.syntax.SyntaxTree#parse] is the
/// entry. A text is accepted exactly when `nix-instantiate --parse` of Nix 2.8 accepts it: the grammar and the checks that Nix makes
/// while it parses (attributes defined twice, undefined variables) are those of its parser. What is rejected has a tree
/// all the same, with the tokens that fit nowhere in error nodes.
package org.luminousnix.nix.syntax;
