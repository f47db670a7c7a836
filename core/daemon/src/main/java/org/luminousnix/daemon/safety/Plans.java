package org.luminousnix.daemon.safety;

import org.luminousnix.daemon.planning.ActionJson;
import org.luminousnix.daemon.planning.Draft;
import org.luminousnix.daemon.planning.Plan;
import org.luminousnix.daemon.planning.Verdict;
import org.luminousnix.daemon.safety.ApprovalException.Reason;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The plans that wait for approval. Each belongs to one person, is used once, and expires. Safe for use by many threads.
public final class Plans
{
    private static final int KEPT = 1000;

    private final Clock clock;
    private final Duration life;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Plan> waiting = new LinkedHashMap<>();

    /// Keeps plans for a time; at most a thousand, of which the oldest goes first.
    public Plans(Clock clock, Duration life)
    {
        this.clock = requireNonNull(clock, "clock is null");
        this.life = requireNonNull(life, "life is null");
    }

    /// Makes a plan of a judged draft.
    public synchronized Plan add(String owner, String request, Draft draft, Verdict verdict, boolean lab)
    {
        byte[] id = new byte[8];
        random.nextBytes(id);
        Plan plan = new Plan("plan-" + HexFormat.of().formatHex(id), owner, request, draft, verdict, lab, clock.instant().plus(life),
                ActionJson.digest(draft, owner, lab));
        waiting.put(plan.id(), plan);
        if (waiting.size() > KEPT) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        return plan;
    }

    /// Returns a person's plan, expired or not.
    public synchronized Optional<Plan> find(String id, String owner)
    {
        return Optional.ofNullable(waiting.get(id)).filter(plan -> plan.owner().equals(owner));
    }

    /// Hands a plan out to be carried out, once, if the digest is that of what was shown.
    ///
    /// @throws ApprovalException when it may not be carried out
    public synchronized Plan approve(String id, String digest, String owner)
    {
        Plan plan = find(id, owner).orElseThrow(() -> new ApprovalException(Reason.UNKNOWN,
                "There is no plan %s waiting for you: it was used, cancelled, or never made. Ask again for a new one.".formatted(id)));
        if (plan.isExpired(clock.instant())) {
            waiting.remove(id);
            throw new ApprovalException(Reason.EXPIRED,
                    "The plan \"%s\" expired at %s. Ask again for a new one.".formatted(plan.draft().title(), plan.expires()));
        }
        if (!sameDigest(plan.digest(), digest)) {
            throw new ApprovalException(Reason.DIGEST_DIFFERS,
                    "The digest is not that of plan %s: what was approved is not what would be done. Look at the plan again."
                            .formatted(id));
        }
        if (plan.verdict() instanceof Verdict.Refused(var reasons)) {
            throw new ApprovalException(Reason.REFUSED, "The plan was refused: " + String.join(" ", reasons));
        }
        waiting.remove(id);
        return plan;
    }

    /// Forgets a person's plan, and returns whether there was one.
    public synchronized boolean cancel(String id, String owner)
    {
        return find(id, owner).map(plan -> waiting.remove(plan.id())).isPresent();
    }

    private static boolean sameDigest(String expected, String given)
    {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
