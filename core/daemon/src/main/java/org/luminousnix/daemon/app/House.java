package org.luminousnix.daemon.app;

import org.luminousnix.daemon.catalog.LuceneCatalog;
import org.luminousnix.daemon.diagnosis.Diagnostician;
import org.luminousnix.daemon.execution.Executor;
import org.luminousnix.daemon.execution.Machinery;
import org.luminousnix.daemon.execution.MemoryJournal;
import org.luminousnix.daemon.execution.Recovery;
import org.luminousnix.daemon.facts.MachineFacts;
import org.luminousnix.daemon.facts.Units;
import org.luminousnix.daemon.language.LanguageEngine;
import org.luminousnix.daemon.memory.Memory;
import org.luminousnix.daemon.planning.Machine;
import org.luminousnix.daemon.planning.Planner;
import org.luminousnix.daemon.planning.Previewer;
import org.luminousnix.daemon.safety.Plans;
import org.luminousnix.daemon.safety.Rules;
import org.luminousnix.daemon.safety.SafetyGate;
import org.luminousnix.nix.build.Builder;
import org.luminousnix.nix.eval.Evaluator;
import org.luminousnix.nix.process.Limits;
import org.luminousnix.nix.process.NativeProcesses;
import org.luminousnix.nix.process.Processes;
import org.luminousnix.nix.system.GarbageCollector;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import static java.util.Objects.requireNonNull;

/// Everything that the daemon is made of, put together: the one place where each part meets the others.
final class House implements AutoCloseable
{
    private static final Logger LOG = LoggerFactory.getLogger(House.class);
    private static final Duration FIRST_INDEX = Duration.ofSeconds(30);

    private final Settings settings;
    private final Processes processes = NativeProcesses.ofMachine();
    private final Workplace workplace;
    private final Memory memory;
    private final LuceneCatalog catalog;
    private final Path languageModel;
    private final CatalogFiles files;
    private final Reports reports;
    private final Notices notices = new Notices();
    private Executions executions;

    private House(Settings settings, Path state)
    {
        this.settings = requireNonNull(settings, "settings is null");
        workplace = Workplace.find(settings, processes);
        memory = Memory.open(state);
        files = new CatalogFiles(settings, workplace.layout(), processes, state.resolve("catalog"));
        catalog = LuceneCatalog.open(state.resolve("index"), files.sources());
        languageModel = state.resolve("language.model");
        reports = new Reports(workplace, catalog, memory, processes, state);
    }

    /// Opens everything, and settles what a killed daemon left unfinished.
    static House open(Settings settings, Path state)
    {
        House house = new House(settings, state);
        house.awaitFirstIndex();
        return house;
    }

    /// Returns the objects whose methods clients call.
    ///
    /// @param stop ends the daemon
    List<Object> handlers(Path socket, Runnable stop)
    {
        Roles roles = new Roles(processes, settings.text(Setting.OPERATORS).orElseThrow(), System.getProperty("user.name"),
                Clock.systemUTC());
        Sessions sessions = new Sessions(roles, Clock.systemUTC());
        Builder builder = new Builder(workplace.layout(), processes, Limits.of(Duration.ofMinutes(settings.number(Setting.BUILD_MINUTES))));
        Machinery machinery = Machinery.of(workplace.layout(), processes, builder, workplace.source(), settings.flag(Setting.BACKUPS));
        MemoryJournal journal = new MemoryJournal(memory.executions(), Clock.systemUTC(), workplace.layout().lab());
        new Recovery(journal, machinery.runner(), machinery.prober()).settle().forEach(told -> notices.add(told.owner(), told.text()));
        Diary diary = new Diary(memory.interactions(), settings.flag(Setting.LEARNING));
        executions = new Executions(new Executor(journal, machinery.runner(), machinery.prober()), journal, sessions, diary);
        Machine machine = new Machine(workplace.layout(), catalog, new Evaluator(workplace.layout(), processes),
                new Units(processes, Path.of("/run/systemd/system")),
                new MachineFacts(Path.of("/")), workplace.source());
        Diagnostician diagnostician = new Diagnostician();
        Proposals proposals = new Proposals(new SafetyGate(Rules.all(workplace.layout().nixos())),
                new Plans(Clock.systemUTC(), Duration.ofMinutes(settings.number(Setting.PLAN_MINUTES))), workplace.layout().lab());
        return List.of(new SessionService(sessions, workplace.mode(), Version.SELF),
                new AskService(LanguageEngine.open(catalog, phrases(), languageModel), new Planner(machine, diagnostician),
                        new Conversation(proposals, executions, notices),
                        sessions, diary),
                new PlanService(proposals, new Previewer(machine, builder, new GarbageCollector(workplace.layout(), processes)),
                        executions),
                new ExecutionService(executions, proposals, sessions),
                new CatalogService(catalog, reports::catalogStatus, this::refreshCatalog),
                new DiagnosisService(diagnostician),
                new SystemService(workplace.layout(), machine.facts()),
                new ExplainService(sessions),
                new HistoryService(diary, executions),
                new DaemonService(Version.SELF, () -> reports.info(socket), reports::checks, () -> reports.figures(executions.unfinished()),
                        stop));
    }

    /// The phrases that the person who runs the daemon has added.
    private static Path phrases()
    {
        Path home = Path.of(System.getProperty("user.home"));
        return Optional.ofNullable(System.getenv("XDG_CONFIG_HOME")).filter(value -> value.startsWith("/")).map(Path::of)
                .orElseGet(() -> home.resolve(".config"))
                .resolve("luminous-nix/phrases");
    }

    private void refreshCatalog()
    {
        // How it ended is in the catalogue's status, which is what the caller looks at.
        var _ = catalog.refresh(files.sources());
    }

    /// Cancels what runs and waits for its end, no longer than a time.
    void stopExecutions(Duration longest)
    {
        try {
            executions.stopAll(longest);
        }
        catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A first request must not find an empty catalogue; later ones use the former index while a new one is built.
    private void awaitFirstIndex()
    {
        try {
            catalog.ready().get(FIRST_INDEX.toSeconds(), TimeUnit.SECONDS);
        }
        catch (ExecutionException | TimeoutException e) {
            LOG.warn("the catalogue is not ready: {}", e.getMessage());
        }
        catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close()
    {
        catalog.close();
        memory.close();
    }
}
