package org.luminousnix.protocol;

/// The answer of a method that has nothing to say but that it was done.
public record Acknowledged()
{}
