package dev.tieout.workflow.internal;

import dev.tieout.tasks.TaskKind;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.core.io.ClassPathResource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A model as it is packaged. Its names are the words by which people know the steps. */
class ProcessModel {

    /** The header by which a task of the model says which kind of task of ours it is. */
    static final String KIND_HEADER = "tieout.kind";

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

    private final String file;
    private final String startMessage;
    private final String xml;
    private final String id;
    private final Map<String, String> nameById = new HashMap<>();
    private final Map<String, String> idByName = new HashMap<>();
    private final Map<TaskKind, String> idByKind = new EnumMap<>(TaskKind.class);

    /** @param startMessage the message by which an instance of it starts */
    ProcessModel(String file, String startMessage) {
        this.file = file;
        this.startMessage = startMessage;
        this.xml = read(file);
        var document = parse(xml);
        this.id = ((Element) document.getElementsByTagNameNS(BPMN, "process").item(0)).getAttribute("id");
        remember(document, "serviceTask");
        remember(document, "userTask");
        remember(document, "endEvent");
    }

    String file() {
        return file;
    }

    String startMessage() {
        return startMessage;
    }

    /** The id of the process that the model describes. */
    String id() {
        return id;
    }

    String xml() {
        return xml;
    }

    /** The element's name; the id itself when an older version of the model, still running, has it and this one does not. */
    String nameOf(String elementId) {
        return nameById.getOrDefault(elementId, elementId);
    }

    String nameOf(TaskKind kind) {
        return nameOf(elementOf(kind).orElse(kind.slug()));
    }

    Optional<String> elementNamed(String name) {
        return Optional.ofNullable(idByName.get(name));
    }

    Optional<String> elementOf(TaskKind kind) {
        return Optional.ofNullable(idByKind.get(kind));
    }

    private void remember(Document document, String type) {
        var elements = document.getElementsByTagNameNS(BPMN, type);
        for (int at = 0; at < elements.getLength(); at++) {
            var element = (Element) elements.item(at);
            var id = element.getAttribute("id");
            nameById.put(id, element.getAttribute("name"));
            idByName.putIfAbsent(element.getAttribute("name"), id);
            if (type.equals("userTask")) {
                idByKind.put(kindOf(element), id);
            }
        }
    }

    private static TaskKind kindOf(Element userTask) {
        var headers = userTask.getElementsByTagNameNS(ZEEBE, "header");
        for (int at = 0; at < headers.getLength(); at++) {
            var header = (Element) headers.item(at);
            if (KIND_HEADER.equals(header.getAttribute("key"))) {
                return TaskKind.ofSlug(header.getAttribute("value"));
            }
        }
        throw new IllegalStateException(userTask.getAttribute("id") + " has no header " + KIND_HEADER);
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("bpmn/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document parse(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return Objects.requireNonNull(factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("a model is no XML", e);
        }
    }
}
