package org.luminousnix.daemon.language;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// Where a trained model is kept between two starts, under a digest of what it was trained on.
final class ModelFile
{
    /// To be raised when features or training change, so that older files are trained anew.
    private static final int VERSION = 3;

    private final Optional<Path> file;
    private final byte[] digest;

    ModelFile(Optional<Path> file, List<Examples.Sentence> sentences)
    {
        this.file = requireNonNull(file, "file is null");
        digest = file.isPresent() ? digest(sentences) : new byte[0];
    }

    /// Returns the kept model, unless there is none, it is of other sentences or cannot be read.
    Optional<LinearModel> read(int classes)
    {
        if (file.isEmpty() || !Files.isReadable(file.get())) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file.get()), 1 << 16))) {
            return Arrays.equals(in.readNBytes(digest.length), digest) ? Optional.of(LinearModel.read(classes, in)) : Optional.empty();
        }
        catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Keeps a model; where that fails, the next start trains again.
    void write(LinearModel model)
    {
        if (file.isEmpty()) {
            return;
        }
        Path target = file.get();
        Path written = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(written), 1 << 16))) {
                out.write(digest);
                model.write(out);
            }
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
        }
        catch (IOException e) {
            System.getLogger(ModelFile.class.getName()).log(System.Logger.Level.WARNING,
                    "the language model is not kept: " + e.getMessage());
        }
    }

    private static byte[] digest(List<Examples.Sentence> sentences)
    {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((byte) VERSION);
            sentences.forEach(sentence -> sha.update((sentence.intent().wireName() + sentence.text()).getBytes(StandardCharsets.UTF_8)));
            return sha.digest();
        }
        catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
