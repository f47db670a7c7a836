package org.luminousnix.nix.system;

/// What a garbage collection would free.
///
/// @param paths how many objects of the store would go
/// @param bytes the sizes of their files, each counted once however many names it has, and not at all if another name stays
public record GarbageEstimate(int paths, long bytes)
{}
