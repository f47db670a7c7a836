package org.luminousnix.nix.eval;

import org.luminousnix.nix.sandbox.Containment;

import java.util.function.Function;

import static java.util.Objects.requireNonNull;

/// The outcome of an evaluation.
///
/// @param <T> what was asked for
public sealed interface Evaluation<T>
{
    /// Returns how the evaluation was really confined.
    Containment containment();

    /// Returns the value.
    ///
    /// @throws org.luminousnix.nix.NixException with the code and the message of the failure if there is none
    default T orThrow()
    {
        return switch (this) {
            case Value<T>(var value, _) -> value;
            case Failed<T>(var failure, _) -> throw failure.exception();
        };
    }

    /// Returns this outcome with its value changed.
    default <U> Evaluation<U> map(Function<T, U> change)
    {
        return switch (this) {
            case Value<T>(var value, var containment) -> new Value<>(change.apply(value), containment);
            case Failed<T>(var failure, var containment) -> new Failed<>(failure, containment);
        };
    }

    /// It evaluates to a value.
    record Value<T>(T value, Containment containment) implements Evaluation<T>
    {
        public Value
        {
            requireNonNull(value, "value is null");
            requireNonNull(containment, "containment is null");
        }
    }

    /// It does not evaluate.
    record Failed<T>(EvaluationFailure failure, Containment containment) implements Evaluation<T>
    {
        public Failed
        {
            requireNonNull(failure, "failure is null");
            requireNonNull(containment, "containment is null");
        }
    }
}
