package dev.tieout.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.evidence.format.Signing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("keys/evidence.pem");
    }

    @Test
    void it_is_made_when_first_needed_for_our_own_account_only_and_stays() throws Exception {
        var first = new SigningKey(file()).pair();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(new SigningKey(file()).publicKey()).isEqualTo(first.getPublic());
        assertThat(Signing.verify(file(1), Signing.sign(file(1), first.getPrivate()), first.getPublic()))
                .isTrue();
        try (var files = Files.list(directory.resolve("keys"))) {
            assertThat(files).hasSize(1);
        }
    }

    private static byte[] file(int content) {
        return Integer.toString(content).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void of_many_that_need_it_at_once_all_get_the_same() {
        var keys = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> new SigningKey(file()).publicKey()))
                .toList();
        assertThat(keys.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void a_key_that_others_may_read_is_refused() throws IOException {
        new SigningKey(file()).pair();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatExceptionOfType(SigningKeyUnusable.class)
                .isThrownBy(() -> new SigningKey(file()).pair())
                .withMessageContaining("chmod 600")
                .withMessageContaining(file().toString());
    }

    @Test
    void a_foreign_file_is_refused_and_left_as_it_is() throws IOException, GeneralSecurityException {
        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        for (var content : new String[] {"", "no key", pem(rsa.getEncoded()), pem(file(7))}) {
            Files.createDirectories(file().getParent());
            Files.writeString(file(), content);
            Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
            assertThatExceptionOfType(SigningKeyUnusable.class)
                    .isThrownBy(() -> new SigningKey(file()).pair())
                    .withMessageContaining("tieout.evidence.key");
            assertThat(file()).hasContent(content);
        }
    }

    private static String pem(byte[] encoded) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + java.util.Base64.getMimeEncoder().encodeToString(encoded)
                + "\n-----END PRIVATE KEY-----\n";
    }
}
