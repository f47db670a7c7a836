package org.luminousnix.daemon.language;

/// One side of a comparison of generations.
public sealed interface GenerationPoint
{
    /// Returns the slot's value: a number, `previous` or `current`.
    Object slotValue();

    /// The generation with a number.
    record Numbered(int number) implements GenerationPoint
    {
        public Numbered
        {
            if (number < 0) {
                throw new IllegalArgumentException("number is negative: " + number);
            }
        }

        @Override
        public Object slotValue()
        {
            return number;
        }
    }

    /// A generation by its place.
    enum Relative implements GenerationPoint, WireWord
    {
        PREVIOUS, CURRENT;

        @Override
        public Object slotValue()
        {
            return wireWord();
        }
    }
}
