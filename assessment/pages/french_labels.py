"""French for Streamlit's own labels.

Streamlit has no translations, and its few fixed labels are English: the script of every page puts them right as they
appear.
"""

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
    "Drag and drop files here": "Déposez les fichiers ici",
    "5MB per file": "ou déposez ici (5\u00a0Mo au plus par fichier)",
    "File must be 5MB or smaller.": "Ce fichier dépasse 5\u00a0Mo.",
    "Only one file is allowed.": "Un seul fichier à la fois.",
    "Upload failed": "Le fichier n’est pas arrivé. Essayez de nouveau.",
    "Clear entry": "Effacer",
    "No results": "Rien ne correspond",
    "Clear value": "Effacer le choix",
    "Decrement": "Diminuer",
    "Increment": "Augmenter",
    "dd": "jj",
    "yyyy": "aaaa",
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
    "Error: AxiosError: Request failed with status code 429": "Trop de fichiers à la fois. Attendez quelques minutes.",
    "Error: AxiosError": "Le fichier n’est pas arrivé. Essayez de nouveau.",
    "Is Streamlit still running?": "Le serveur ne répond pas.",
    "Streamlit server is not responding.": "Le serveur ne répond pas.",
}
