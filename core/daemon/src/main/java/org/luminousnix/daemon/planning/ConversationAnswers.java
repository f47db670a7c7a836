package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.planning.Outcome.Answer;
import org.luminousnix.daemon.planning.Outcome.NotDone;

import java.util.List;

/// Answers what is said to the assistant itself.
final class ConversationAnswers
{
    private static final List<String> EXAMPLES = List.of("install firefox", "remove vlc", "find a photo editor", "what is ripgrep",
            "turn on bluetooth",
            "set the time zone to Europe/Paris", "list generations", "go back to generation 12", "undo that");

    private ConversationAnswers()
    {}

    static Answer help()
    {
        return new Answer(
                """
                Say in your own words what you want of this machine. Programs: install, remove, try, find, describe, "which package has the command rg". \
                Settings: switch services on and off, give a setting a value, ask what one means. The system: rebuild, list generations, go back to one, \
                see what changed, ask for facts. Every change is shown first and happens only when you agree, and "undo that" takes it back.""",
                List.of(), EXAMPLES);
    }

    static Answer smalltalk()
    {
        return new Answer("Hello. Tell me what you want of this machine, or say \"help\".", List.of(), EXAMPLES.subList(0, 4));
    }

    static NotDone outOfScope()
    {
        return new NotDone(
                "That is not something I do: I look after this machine's packages, settings and system. \"help\" shows what that covers.",
                EXAMPLES.subList(0, 4));
    }

    static NotDone notUnderstood()
    {
        return new NotDone("I did not understand that. Say it in other words, or \"help\" to see what I do.", EXAMPLES.subList(0, 4));
    }
}
