package org.luminousnix.nix.eval;

import java.util.function.Function;

import static java.util.Objects.requireNonNull;

/// The outcome of an evaluation.
///
/// @param <T> what was asked for
public sealed interface Evaluation<T>
{
    /// Returns the value.
    ///
    /// @throws org.luminousnix.nix.NixException with the code and the message of the failure if there is none
    default T orThrow()
    {
        return switch (this) {
            case Value<T>(var value) -> value;
            case Failed<T>(var failure) -> throw failure.exception();
        };
    }

    /// Returns this outcome with its value changed.
    default <U> Evaluation<U> map(Function<T, U> change)
    {
        return switch (this) {
            case Value<T>(var value) -> new Value<>(change.apply(value));
            case Failed<T>(var failure) -> new Failed<>(failure);
        };
    }

    /// It evaluates to a value.
    record Value<T>(T value) implements Evaluation<T>
    {
        public Value
        {
            requireNonNull(value, "value is null");
        }
    }

    /// It does not evaluate.
    record Failed<T>(EvaluationFailure failure) implements Evaluation<T>
    {
        public Failed
        {
            requireNonNull(failure, "failure is null");
        }
    }
}
