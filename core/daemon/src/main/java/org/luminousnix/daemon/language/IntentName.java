package org.luminousnix.daemon.language;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import static java.util.Collections.unmodifiableMap;
import static java.util.Objects.requireNonNull;

/// The registry of intents: public name, record, and how the record is made of slots.
public enum IntentName
{
    PACKAGE_SEARCH("package.search", Intent.PackageSearch.class, s -> new Intent.PackageSearch(s.text("query"))),
    PACKAGE_INFO("package.info", Intent.PackageInfo.class, s -> new Intent.PackageInfo(s.text("package"))),
    PACKAGE_PROVIDES("package.provides", Intent.PackageProvides.class,
            s -> new Intent.PackageProvides(s.text("program"))),
    PACKAGE_INSTALLED("package.installed", Intent.PackageInstalled.class,
            s -> new Intent.PackageInstalled(s.optionalText("package"))),
    PACKAGE_INSTALL("package.install", Intent.PackageInstall.class,
            s -> new Intent.PackageInstall(s.texts("packages"), s.optionalText("version"), s.scope("scope"))),
    PACKAGE_REMOVE("package.remove", Intent.PackageRemove.class,
            s -> new Intent.PackageRemove(s.texts("packages"), s.texts("except"))),
    PACKAGE_TRY("package.try", Intent.PackageTry.class,
            s -> new Intent.PackageTry(s.texts("packages"), s.optionalText("command"))),
    SYSTEM_UPDATE("system.update", Intent.SystemUpdate.class, _ -> new Intent.SystemUpdate()),
    SYSTEM_REBUILD("system.rebuild", Intent.SystemRebuild.class, s -> new Intent.SystemRebuild(s.mode("mode"))),
    SYSTEM_ROLLBACK("system.rollback", Intent.SystemRollback.class,
            s -> new Intent.SystemRollback(s.optionalNumber("generation"))),
    SYSTEM_STATUS("system.status", Intent.SystemStatus.class, _ -> new Intent.SystemStatus()),
    SYSTEM_INFO("system.info", Intent.SystemInfo.class, s -> new Intent.SystemInfo(s.text("topic"))),
    SYSTEM_POWER("system.power", Intent.SystemPower.class, s -> new Intent.SystemPower(s.power("action"))),
    GENERATION_LIST("generation.list", Intent.GenerationList.class, _ -> new Intent.GenerationList()),
    GENERATION_DIFF("generation.diff", Intent.GenerationDiff.class,
            s -> new Intent.GenerationDiff(s.point("from"), s.point("to"))),
    GENERATION_DELETE("generation.delete", Intent.GenerationDelete.class,
            s -> new Intent.GenerationDelete(s.optionalText("olderThan"), s.optionalNumber("keep"), s.numbers("generations"))),
    STORAGE_CLEAN("storage.clean", Intent.StorageClean.class, _ -> new Intent.StorageClean()),
    STORAGE_USAGE("storage.usage", Intent.StorageUsage.class, _ -> new Intent.StorageUsage()),
    SOURCE_LIST("source.list", Intent.SourceList.class, _ -> new Intent.SourceList()),
    SOURCE_UPDATE("source.update", Intent.SourceUpdate.class, s -> new Intent.SourceUpdate(s.optionalText("input"))),
    SOURCE_SWITCH("source.switch", Intent.SourceSwitch.class, s -> new Intent.SourceSwitch(s.text("channel"))),
    OPTION_SEARCH("option.search", Intent.OptionSearch.class, s -> new Intent.OptionSearch(s.text("query"))),
    OPTION_EXPLAIN("option.explain", Intent.OptionExplain.class, s -> new Intent.OptionExplain(s.text("option"))),
    OPTION_SHOW("option.show", Intent.OptionShow.class, s -> new Intent.OptionShow(s.text("option"))),
    OPTION_SET("option.set", Intent.OptionSet.class, s -> new Intent.OptionSet(s.text("option"), s.value("value"))),
    SERVICE_ENABLE("service.enable", Intent.ServiceEnable.class,
            s -> new Intent.ServiceEnable(s.text("service"), s.text("option"))),
    SERVICE_DISABLE("service.disable", Intent.ServiceDisable.class,
            s -> new Intent.ServiceDisable(s.text("service"), s.text("option"))),
    SERVICE_STATUS("service.status", Intent.ServiceStatus.class, s -> new Intent.ServiceStatus(s.text("service"))),
    SERVICE_RESTART("service.restart", Intent.ServiceRestart.class, s -> new Intent.ServiceRestart(s.text("service"))),
    SERVICE_LOGS("service.logs", Intent.ServiceLogs.class, s -> new Intent.ServiceLogs(s.text("service"))),
    SERVICE_START("service.start", Intent.ServiceStart.class, s -> new Intent.ServiceStart(s.text("service"))),
    SERVICE_STOP("service.stop", Intent.ServiceStop.class, s -> new Intent.ServiceStop(s.text("service"))),
    SERVICE_LIST("service.list", Intent.ServiceList.class, _ -> new Intent.ServiceList()),
    NETWORK_WIFI("network.wifi", Intent.NetworkWifi.class,
            s -> new Intent.NetworkWifi(s.wifi("action"), s.optionalText("network"))),
    USER_ADD("user.add", ConversationIntent.UserAdd.class,
            s -> new ConversationIntent.UserAdd(s.text("user"), s.texts("groups"))),
    USER_GROUP("user.group", ConversationIntent.UserGroup.class,
            s -> new ConversationIntent.UserGroup(s.optionalText("user"), s.texts("groups"))),
    CONFIG_CHECK("config.check", ConversationIntent.ConfigCheck.class, _ -> new ConversationIntent.ConfigCheck()),
    CONFIG_SHOW("config.show", ConversationIntent.ConfigShow.class,
            s -> new ConversationIntent.ConfigShow(s.optionalText("section"))),
    CONFIG_HISTORY("config.history", ConversationIntent.ConfigHistory.class,
            s -> new ConversationIntent.ConfigHistory(s.optionalText("since"))),
    DEV_SHELL("dev.shell", ConversationIntent.DevShell.class,
            s -> new ConversationIntent.DevShell(s.optionalText("stack"), s.texts("packages"))),
    DEV_INIT("dev.init", ConversationIntent.DevInit.class, s -> new ConversationIntent.DevInit(s.text("stack"))),
    EXPLAIN_CONCEPT("explain.concept", ConversationIntent.ExplainConcept.class,
            s -> new ConversationIntent.ExplainConcept(s.text("topic"))),
    EXPLAIN_ERROR("explain.error", ConversationIntent.ExplainError.class,
            s -> new ConversationIntent.ExplainError(s.text("text"))),
    EXPLAIN_WHY("explain.why", ConversationIntent.ExplainWhy.class, _ -> new ConversationIntent.ExplainWhy()),
    DEPENDENCY_WHY("dependency.why", ConversationIntent.DependencyWhy.class,
            s -> new ConversationIntent.DependencyWhy(s.text("package"), s.optionalText("dependency"))),
    TROUBLESHOOT("troubleshoot", ConversationIntent.Troubleshoot.class,
            s -> new ConversationIntent.Troubleshoot(s.text("subject"))),
    ASSISTANT_HELP("assistant.help", ConversationIntent.AssistantHelp.class, _ -> new ConversationIntent.AssistantHelp()),
    ASSISTANT_SMALLTALK("assistant.smalltalk", ConversationIntent.AssistantSmalltalk.class,
            _ -> new ConversationIntent.AssistantSmalltalk()),
    ASSISTANT_CONFIRM("assistant.confirm", ConversationIntent.AssistantConfirm.class, _ -> new ConversationIntent.AssistantConfirm()),
    ASSISTANT_CANCEL("assistant.cancel", ConversationIntent.AssistantCancel.class, _ -> new ConversationIntent.AssistantCancel()),
    ASSISTANT_UNDO("assistant.undo", ConversationIntent.AssistantUndo.class, _ -> new ConversationIntent.AssistantUndo()),
    ASSISTANT_HISTORY("assistant.history", ConversationIntent.AssistantHistory.class, _ -> new ConversationIntent.AssistantHistory()),
    ASSISTANT_STYLE("assistant.style", ConversationIntent.AssistantStyle.class,
            s -> new ConversationIntent.AssistantStyle(s.text("style"))),
    ASSISTANT_FEEDBACK("assistant.feedback", ConversationIntent.AssistantFeedback.class,
            s -> new ConversationIntent.AssistantFeedback(s.rating("rating"))),
    PRIVACY_SHOW("privacy.show", ConversationIntent.PrivacyShow.class, _ -> new ConversationIntent.PrivacyShow()),
    PRIVACY_EXPORT("privacy.export", ConversationIntent.PrivacyExport.class, _ -> new ConversationIntent.PrivacyExport()),
    PRIVACY_FORGET("privacy.forget", ConversationIntent.PrivacyForget.class, _ -> new ConversationIntent.PrivacyForget()),
    OUT_OF_SCOPE("out_of_scope", ConversationIntent.OutOfScope.class, _ -> new ConversationIntent.OutOfScope());

    private static final Map<String, IntentName> BY_WIRE_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(IntentName::wireName, Function.identity()));

    private static final Map<Class<?>, IntentName> BY_TYPE = byType();

    private final String wireName;
    private final Class<? extends Intent> type;
    @SuppressWarnings("ImmutableEnumChecker") // every factory is a constructor call and keeps nothing
    private final Function<SlotReader, Intent> factory;

    IntentName(String wireName, Class<? extends Intent> type, Function<SlotReader, Intent> factory)
    {
        this.wireName = wireName;
        this.type = type;
        this.factory = factory;
    }

    /// Returns the entry of an intent.
    public static IntentName of(Intent intent)
    {
        return BY_TYPE.get(requireNonNull(intent, "intent is null").getClass());
    }

    /// Returns the entry with a public name such as `package.install`, if there is one.
    public static Optional<IntentName> named(String wireName)
    {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /// Returns the public name.
    public String wireName()
    {
        return wireName;
    }

    /// Makes the intent of slot values as [Intent#slots] gives them; missing ones are empty.
    ///
    /// @throws LanguageException with INVALID_SLOT when a value has the wrong shape
    public Intent intent(Map<String, Object> slots)
    {
        return factory.apply(new SlotReader(slots));
    }

    Map<String, Object> slotsOf(Intent intent)
    {
        Map<String, Object> slots = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            SlotValue.of(read(component, intent)).ifPresent(value -> slots.put(slotName(component), value));
        }
        return unmodifiableMap(slots);
    }

    private static String slotName(RecordComponent component)
    {
        return component.getName().equals("attribute") ? "package" : component.getName();
    }

    private static Object read(RecordComponent component, Intent intent)
    {
        try {
            return component.getAccessor().invoke(intent);
        }
        catch (ReflectiveOperationException e) {
            throw new IllegalStateException("not readable: " + component, e);
        }
    }

    private static Map<Class<?>, IntentName> byType()
    {
        Map<Class<?>, IntentName> byType = new HashMap<>();
        for (IntentName name : values()) {
            byType.put(name.type, name);
        }
        return Map.copyOf(byType);
    }
}
