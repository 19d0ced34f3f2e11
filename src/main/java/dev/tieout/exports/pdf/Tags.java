package dev.tieout.exports.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** The structure of a document in reading order, for those who hear it: headings, paragraphs, tables, a figure with its words. */
final class Tags {

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final COSArray parents = new COSArray();
    private final PDStructureElement document;
    private int pages;

    Tags(PDDocument pdf) {
        var catalog = pdf.getDocumentCatalog();
        catalog.setStructureTreeRoot(root);
        var marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
        document = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
        root.appendKid(document);
    }

    PDStructureElement element(String type) {
        return element(type, document);
    }

    PDStructureElement element(String type, PDStructureElement parent) {
        var element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    /** The list that says which element each marked content of a page belongs to. */
    COSArray open(PDPage page) {
        page.setStructParents(pages);
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        var elements = new COSArray();
        parents.add(COSInteger.get(pages));
        parents.add(elements);
        pages++;
        return elements;
    }

    /** Writes the way back from content to elements. */
    void close() {
        var numbers = new COSDictionary();
        numbers.setItem(COSName.NUMS, parents);
        root.setParentTree(new PDNumberTreeNode(numbers, PDParentTreeValue.class));
        root.setParentTreeNextKey(pages);
    }
}
