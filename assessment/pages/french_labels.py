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
    "Click to retry upload": "Envoyer de nouveau",
    "Unexpected error. Please try again.": "Le fichier n’est pas arrivé. Essayez de nouveau.",
    "File size is too small.": "Ce fichier est vide.",
    "Loading": "Un instant…",
    "Clear entry": "Effacer",
    "No results": "Rien ne correspond",
    "No options to select": "Rien à choisir",
    "Choose an option": "Choisissez",
    "Clear value": "Effacer le choix",
    "Decrement": "Diminuer",
    "Increment": "Augmenter",
    "Choose date": "Choisir un jour",
    "Clear date": "Effacer le jour",
    "Previous month": "Mois précédent",
    "Next month": "Mois suivant",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.": (
        "Les flèches changent de jour, Entrée le choisit, Échap ferme le calendrier."
    ),
    "Empty": "vide",
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
#: How a field that wants a number says that it cannot take one.
_NUMBERS = {
    "above": "ce nombre est trop grand.",
    "below": "ce nombre est trop petit.",
    "outside": "ce nombre n’est pas admis.",
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
    "Cancel upload of ": "Arrêter l’envoi de ",
    "Choose date, ": "Choisir un jour, ",
    "day, ": "jour, ",
    "month, ": "mois, ",
    "year, ": "année, ",
    **{
        f"{before}Number is {how} the allowed range": f"{ours}{told}"
        for how, told in _NUMBERS.items()
        for before, ours in (("", ""), (": ", "\u00a0: "), ("Error: ", "Erreur\u00a0: "))
    },
}
#: What follows a number that is only read out -> ours.
COUNTED = {
    " option available.": " choix possible.",
    " options available.": " choix possibles.",
}
#: The end of what is only read out of a choice -> ours.
ENDS = {", selected": ", choisi"}
#: A field that asks for a day tells it in English: what it says before the day that is chosen, months.
CHOSEN = {"Selected Date: ": "Jour choisi\u00a0: "}
MONTHS = {
    "January": "janvier",
    "February": "février",
    "March": "mars",
    "April": "avril",
    "May": "mai",
    "June": "juin",
    "July": "juillet",
    "August": "août",
    "September": "septembre",
    "October": "octobre",
    "November": "novembre",
    "December": "décembre",
}
