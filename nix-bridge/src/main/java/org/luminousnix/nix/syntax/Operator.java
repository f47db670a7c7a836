package org.luminousnix.nix.syntax;

import static java.util.Objects.requireNonNull;

/// An operator between two operands, with its strength as Nix's grammar gives it; the stronger binds first.
public enum Operator
{
    IMPLIES(1, "->"),
    OR(2, "||"),
    AND(3, "&&"),
    EQUAL(4, "=="),
    NOT_EQUAL(4, "!="),
    LESS(5, "<"),
    LESS_EQUAL(5, "<="),
    GREATER(5, ">"),
    GREATER_EQUAL(5, ">="),
    UPDATE(6, "//"),
    ADD(8, "+"),
    SUBTRACT(8, "-"),
    MULTIPLY(9, "*"),
    DIVIDE(9, "/"),
    CONCAT(10, "++");

    /// The strength of a leading `!`.
    static final int NOT_STRENGTH = 7;
    /// The strength of `?`, which takes an attribute path on its right.
    static final int HAS_ATTRIBUTE_STRENGTH = 11;
    /// The strength of a leading `-`.
    static final int NEGATE_STRENGTH = 12;

    private final int strength;
    private final String symbol;

    Operator(int strength, String symbol)
    {
        this.strength = strength;
        this.symbol = requireNonNull(symbol, "symbol is null");
    }

    /// Returns the operator as it is written.
    public String symbol()
    {
        return symbol;
    }

    int strength()
    {
        return strength;
    }

    /// Tells whether `a op b op c` is refused by Nix.
    boolean isNonAssociative()
    {
        return strength == 4 || strength == 5;
    }
}
