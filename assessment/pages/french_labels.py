"""French for Streamlit's own labels, and a page that says it is in French.

Streamlit has no translations: its few fixed labels are English, and so is the language it declares. A script puts that
right as labels appear. A component's script has several lines, or it would be taken for the name of a file.
"""

import streamlit as st

#: Streamlit's label -> ours.
LABELS = {
    "Skip to main content": "Aller au contenu principal",
    "Main menu": "Menu principal",
    "App pages": "Pages de Jalons",
    "Sidebar": "Menu des pages",
    "Expand sidebar": "Ouvrir le menu des pages",
    "Collapse sidebar": "Fermer le menu des pages",
    "Navigate to home page": "Aller à l’accueil",
    "Notifications": "Messages",
    "Running...": "Un instant…",
    "Stop": "Arrêter",
    "Close": "Fermer",
    "Upload": "Choisir un fichier",
    "file upload": "Votre fichier",
    "add icon": "Ajouter",
    "upload icon": "Envoyer",
    "Add files": "Choisir un autre fichier",
    "Drag and drop a file here": "Déposez le fichier ici",
    "5MB per file": "ou déposez-le ici (5\u00a0Mo au plus)",
    "File must be 5MB or smaller.": "Ce fichier dépasse 5\u00a0Mo.",
    "Only one file is allowed.": "Un seul fichier à la fois.",
    "Upload failed": "Le fichier n’est pas arrivé. Essayez de nouveau.",
    "Clear entry": "Effacer",
    "No results": "Rien ne correspond",
    "Clear value": "Effacer le choix",
    "Selectbox options": "Choix possibles",
    "Open": "Ouvrir la liste",
    "Connecting": "Connexion…",
    "Connecting to Streamlit server": "Connexion au serveur…",
    "Connection error": "La connexion est coupée",
    "Unable to connect to Streamlit server": "Le serveur ne répond pas",
    "Connection timed out.": "Le serveur ne répond pas. Essayez de nouveau dans un instant.",
    "streamlit run yourscript.py": "jalons serve",
    "Try again": "Réessayer",
    "Error": "Erreur",
    "Download failed": "Le téléchargement a échoué. Essayez de nouveau.",
    "Page not found": "Cette page n’existe pas",
}
#: Beginning of a longer label -> ours; what follows stays when ours ends with a space.
BEGINNINGS = {
    "Help for ": "Aide\u00a0: ",
    "Remove ": "Retirer ",
    "The page that you have requested": "Voici la page d’accueil.",
    "This app has encountered an error.": "Une erreur imprévue est arrivée. Vos réponses sont gardées.",
    "Is Streamlit still running?": "Le serveur ne répond pas.",
    "Streamlit server is not responding.": "Le serveur ne répond pas.",
}

_SCRIPT = """
export default function ({ data: [labels, beginnings] }) {
  document.documentElement.lang = 'fr';
  if (window.jalonsSpeaksFrench) return;
  window.jalonsSpeaksFrench = true;
  const attributes = ['aria-label', 'title', 'placeholder', 'alt'];
  const ours = (text) => {
    const label = (text || '').trim();
    if (labels[label]) return labels[label];
    const size = label.match(/^(.*?)([0-9]+\\.[0-9])([KM]?)B$/);
    if (size) return `${size[1]}${size[2].replace('.', ',')} ${size[3].replace('K', 'k')}o`;
    const start = Object.keys(beginnings).find((each) => label.startsWith(each));
    if (!start) return null;
    return beginnings[start] + (beginnings[start].endsWith(' ') ? label.slice(start.length) : '');
  };
  const mend = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = ours(node.nodeValue);
      if (text) node.nodeValue = text;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.dataset.testid === 'stFileUploaderDropzone') node.removeAttribute('aria-label');  // it has no role to name
    for (const name of attributes) {
      const text = ours(node.getAttribute(name));
      if (text) node.setAttribute(name, text);
    }
    node.childNodes.forEach(mend);
  };
  mend(document.body);
  new MutationObserver((changes) => changes.forEach((change) =>
    change.type === 'childList' ? change.addedNodes.forEach(mend) : mend(change.target)
  )).observe(document.body,
    { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes });
}
"""
_component = st.components.v2.component("jalons_french_labels", js=_SCRIPT)


def speak_french() -> None:
    """Put the script on the page, where it takes no room."""
    with st.container(key="unseen_french"):
        # A list: of what a dict holds, Streamlit asks whether it is a table, and loads pandas to know.
        _component(data=[LABELS, BEGINNINGS], key="french_labels")
