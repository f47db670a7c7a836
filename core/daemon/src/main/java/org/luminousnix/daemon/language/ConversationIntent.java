package org.luminousnix.daemon.language;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The intents that are about people, files and talk rather than about the running system.
public sealed interface ConversationIntent extends Intent
{
    /// An account is made.
    record UserAdd(String user, List<String> groups) implements ConversationIntent
    {
        public UserAdd
        {
            requireNonNull(user, "user is null");
            groups = List.copyOf(groups);
        }
    }

    /// An account joins groups; without a user, the speaker's.
    record UserGroup(Optional<String> user, List<String> groups) implements ConversationIntent
    {
        public UserGroup
        {
            requireNonNull(user, "user is null");
            groups = List.copyOf(groups);
        }
    }

    /// Whether the configuration is valid.
    record ConfigCheck() implements ConversationIntent
    {}

    /// The configuration is shown.
    record ConfigShow(Optional<String> section) implements ConversationIntent
    {
        public ConfigShow
        {
            requireNonNull(section, "section is null");
        }
    }

    /// What changed in the configuration files.
    record ConfigHistory(Optional<String> since) implements ConversationIntent
    {
        public ConfigHistory
        {
            requireNonNull(since, "since is null");
        }
    }

    /// Compilers, languages, libraries for a while.
    record DevShell(Optional<String> stack, List<String> packages) implements ConversationIntent
    {
        public DevShell
        {
            requireNonNull(stack, "stack is null");
            packages = List.copyOf(packages);
        }
    }

    /// A flake.nix or shell.nix for a project.
    record DevInit(String stack) implements ConversationIntent
    {
        public DevInit
        {
            requireNonNull(stack, "stack is null");
        }
    }

    /// A Nix or NixOS notion.
    record ExplainConcept(String topic) implements ConversationIntent
    {
        public ExplainConcept
        {
            requireNonNull(topic, "topic is null");
        }
    }

    /// A pasted, quoted or recognisable error message.
    record ExplainError(String text) implements ConversationIntent
    {
        public ExplainError
        {
            requireNonNull(text, "text is null");
        }
    }

    /// Why the assistant understood, chose or did something.
    record ExplainWhy() implements ConversationIntent
    {}

    /// Why something is in the closure.
    record DependencyWhy(String attribute, Optional<String> dependency) implements ConversationIntent
    {
        public DependencyWhy
        {
            requireNonNull(attribute, "attribute is null");
            requireNonNull(dependency, "dependency is null");
        }
    }

    /// Something does not work and no message is given.
    record Troubleshoot(String subject) implements ConversationIntent
    {
        public Troubleshoot
        {
            requireNonNull(subject, "subject is null");
        }
    }

    /// What can be asked.
    record AssistantHelp() implements ConversationIntent
    {}

    /// A greeting, thanks, a good-bye.
    record AssistantSmalltalk() implements ConversationIntent
    {}

    /// Yes.
    record AssistantConfirm() implements ConversationIntent
    {}

    /// No, stop.
    record AssistantCancel() implements ConversationIntent
    {}

    /// The last thing done is taken back.
    record AssistantUndo() implements ConversationIntent
    {}

    /// What was done so far.
    record AssistantHistory() implements ConversationIntent
    {}

    /// How to speak: simple, detailed, brief, technical.
    record AssistantStyle(String style) implements ConversationIntent
    {
        public AssistantStyle
        {
            requireNonNull(style, "style is null");
        }
    }

    /// Praise or blame.
    record AssistantFeedback(Rating rating) implements ConversationIntent
    {
        public AssistantFeedback
        {
            requireNonNull(rating, "rating is null");
        }
    }

    /// What is kept about the person.
    record PrivacyShow() implements ConversationIntent
    {}

    /// What is kept, as a file.
    record PrivacyExport() implements ConversationIntent
    {}

    /// What is kept is deleted.
    record PrivacyForget() implements ConversationIntent
    {}

    /// Not about this machine, Nix or NixOS, or not to be done at all.
    record OutOfScope() implements ConversationIntent
    {}
}
