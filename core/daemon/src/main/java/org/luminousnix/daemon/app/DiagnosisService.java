package org.luminousnix.daemon.app;

import org.luminousnix.daemon.diagnosis.Diagnosis;
import org.luminousnix.daemon.diagnosis.Diagnostician;
import org.luminousnix.daemon.rpc.DiagnosisMethods;
import org.luminousnix.protocol.ExplainedError;
import org.luminousnix.protocol.SourceLocation;
import org.luminousnix.protocol.SuggestedAction;
import org.luminousnix.protocol.Troubleshooting;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.protocol.ErrorCode.NOT_AVAILABLE;
import static org.luminousnix.protocol.RpcException.rpcException;

/// Explains error messages.
final class DiagnosisService implements DiagnosisMethods
{
    private final Diagnostician diagnostician;

    DiagnosisService(Diagnostician diagnostician)
    {
        this.diagnostician = requireNonNull(diagnostician, "diagnostician is null");
    }

    @Override
    public ExplainedError explainError(String text)
    {
        return view(diagnostician.diagnose(text));
    }

    @Override
    public Troubleshooting troubleshoot(String subject, String session)
    {
        throw rpcException(NOT_AVAILABLE,
                "Looking for the cause of a symptom that has no message is not possible yet. With the message, diagnosis.explainError explains it.");
    }

    static ExplainedError view(Diagnosis found)
    {
        return new ExplainedError(found.kind().label(), Wording.harmless(found.cause()), Wording.harmless(found.fix()),
                found.confidence(),
                found.place().map(place -> new SourceLocation(place.file(), place.line(), place.column())),
                found.evidence().stream().map(Wording::harmless).toList(),
                found.actions().stream().map(action -> new SuggestedAction(action.title(), action.request(), action.command())).toList());
    }
}
